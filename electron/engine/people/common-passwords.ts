/** Passwords of eight characters and more that lead the lists of leaked ones, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
0123456789 09876543 098765432 0987654321 10203040 102030405 11223344 1122334455 112233445566 123123123 123321123
12341234 12344321 123454321 12345678 123456780 123456781 123456789 1234567890 12345678910 123456789a 12345678a
12345678q 1234567a 1234567q 123456ab 123456abc 12345qwert 1234abcd 123abc123 135792468 147258369 147852369
159357456 159753456 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 321654987
5201314520 741852963 789456123 87654321 963852741 987654321 9876543210 a1234567 a12345678 a123456789 a1b2c3d4
a1b2c3d4e5 a5201314 aa123456 aa12345678 aaa111222 abc12345 abc123456 abc123abc abcabcabc abcd1234 abcd12345
abcde123 abcdefg1 abcdefgh abcdefghi access12 access123 access14 admin123 admin1234 admin12345 admin123456
admin@123 adminadmin administrator administrator1 aini1314 alexander alexander1 alexandra alhamdulillah allah123
angel123 angels123 anthony1 anything arsenal1 arsenal123 asd12345 asdasdasd asdf1234 asdf;lkj asdfasdf asdfgh123
asdfghjk asdfghjkl ashley12 ashley123 asshole1 autumn2024 autumn2025 azerty123 azertyuiop babygirl babygirl1
babygirl12 barcelona barcelona1 baseball baseball1 baseball123 basketball basketball1 benjamin bienvenue
bismillah bismillah1 biteme12 blahblah blessed1 blessing blink182 bonjour1 brandon1 brittany business business1
butterfly butterfly1 caroline cashier1 cashier123 cashier1234 changeit changeme changeme1 changeme123 charlie1
charlie123 chelsea1 chelsea123 chocolate chocolate1 christian christian1 christine company1 company123 computer
computer1 contrasena contraseña cookie123 corvette cowboys1 cupcake1 daniel12 daniel123 december december1
default1 default123 dolphin1 doudou12 dragon12 dragon123 dragonball elephant elizabeth elizabeth1 emmanuel
everything facebook facebook1 facebook123 family123 february ferrari1 football football1 football12 football123
forever1 forever123 freedom1 friday123 fuckyou! fuckyou1 fuckyou123 fuckyou2 gabriel1 ganesha1 godisgood
godzilla google123 greenday guest123 guestguest hacker123 happy123 happyday haslo123 hejsan123 hello123
hello1234 hellohello hellokitty helloworld heyhey123 ilovegod iloveindia ilovejesus iloveme1 iloveyou iloveyou!
iloveyou1 iloveyou12 iloveyou123 iloveyou2 iloveyouso india123 india1234 indonesia indonesia1 internet internet1
internet123 isabella january1 jennifer jennifer1 jessica1 jessica123 jesus123 jesuschrist jonathan jordan123
jordan23 joshua12 juventus1 killer12 killer123 krishna1 krishna123 kucing123 letmein! letmein1 letmein12
letmein123 li123456 linkedin liverpool liverpool1 liverpool123 lkjhgfds lkjhgfdsa lovelove lovely123 loveme123
loveyou1 loveyou123 lozinka1 lucky123 lucky777 mahalkita mahalkita1 mahalko1 malaysia1 manager1 manager123
manchester manila123 manunited master12 master123 matrix123 matthew1 maverick maynila1 mercedes metallica
michael1 michael123 michelle michelle1 microsoft midnight midnight1 minecraft minecraft1 minhasenha mnbvcxz1
monday123 money123 monkey12 monkey123 motdepasse mother123 muhammad muhammad1 mustafa1 mustang1 mylove123
mypassword newpassword nicholas nicole12 nothing1 november october1 owner123 owner1234 p@ssw0rd p@ssw0rd1
p@ssword pa$$word pa55word pakistan pakistan1 pakistan123 parola12 parola123 pass1234 passcode passord1 passpass
passw0rd password password! password0 password01 password1 password1! password11 password12 password123
password1234 password2 password99 passwort philippines phoenix1 pilipinas pilipinas1 pointofsale poiuytrewq
pokemon1 pokemon123 porsche1 pos12345 pos123456 posadmin princess princess1 princess12 princess123 q1234567
q1w2e3r4 q1w2e3r4t5 qazwsx123 qazwsxed qazwsxedc qwe123qwe qweasd123 qweasdzxc qweqweqwe qwer1234 qwerqwer
qwert123 qwert12345 qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty99 qwertyu1 qwertyui
qwertyuiop qwertz123 qwertzuiop rahasia1 rahasia123 realmadrid register register1 register123 remember robert12
roblox123 rockstar1 rockstar123 root1234 rootpass rootroot sairam123 salasana samantha samantha1 samsung1
samsung123 sayang123 secret12 secret123 security security1 senha123 september september1 shadow12 shadow123
shop1234 shopping shopping1 sifre123 slipknot softball somebody something spiderman spiderman1 spring2023
spring2024 spring2025 spring2026 starwars starwars1 steelers stephanie store123 store1234 success1 success123
sukli-demo sukli123 sukli1234 suklidemo summer12 summer123 summer2020 summer2021 summer2022 summer2023
summer2024 summer2025 summer2026 sunday123 sunshine sunshine1 sunshine12 sunshine123 superman superman1
superman123 superuser teamo123 temp1234 temppass test1234 test12345 testing1 testing123 testpass testtest
thepassword tinkerbell toor1234 trustno1 user1234 username username1 veronica victoria victoria1 vietnam1
virginia volleyball wachtwoord wang1234 welcome! welcome1 welcome12 welcome123 welcome1234 wertyuio whatever
whatever1 windows1 windows10 winter12 winter123 winter2020 winter2021 winter2022 winter2023 winter2024
winter2025 winter2026 woaini123 woaini1314 woaini520 yankees1 youtube1 zaq12wsx zaq1xsw2 zaq1zaq1 zhang123
zxc123456 zxcvbnm, zxcvbnm1 zxcvbnm123 zxcvbnma zxcvzxcv
`
    .trim()
    .split(/\s+/),
);
