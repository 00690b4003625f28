import { openShop } from './open-engine.ts';
import { fill, prepareSales } from './pay.ts';

/* Makes a till with so many sales, as a process of its own, so that the memory it takes is not that of the measured one. */
const [folder, count] = process.argv.slice(2);
const shop = await openShop(folder, { background: false });
await fill(await prepareSales(shop), Number(count));
await shop.close();
