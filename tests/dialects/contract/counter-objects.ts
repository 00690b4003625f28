/** The objects of §1.5 as text, keys in order; what is null by default has no name beside it. */

export function userOf(name: string, points: number): string {
  return `{"id":«count»,"username":"${name}","email":"${name}@ramyeon.example","first_name":"«maybe»","last_name":"«maybe»","phone":null,"points":${points},"date_of_birth":null,"address":null,"qr_code":"«${name}.card»","created_at":"«manila»"}`;
}

type PromotionFields = {
  percent?: string;
  product?: string;
  category?: string;
  active?: boolean;
  points?: number;
  limit?: number;
};

export function promotionOf(name: string, fields: PromotionFields = {}): string {
  const {
    percent = '10.00',
    product = 'null',
    category = 'null',
    active = true,
    points = 0,
    limit = 1,
  } = fields;
  return `{"id":«${name}.id»,"title":"${name}","description":"","image":null,"discount_percentage":"${percent}","product":${product},"category":${category},"valid_from":"«manila»","valid_until":"«manila»","is_active":${active},"qr_code":"«${name}»","points_reward":${points},"usage_limit_per_user":${limit},"created_at":"«manila»"}`;
}

type Relations = { order?: string; promotion?: string };

export function transactionOf(
  username: string,
  type: string,
  points: number | string,
  balance: number | string,
  description: string,
  { order = 'null', promotion = 'null' }: Relations = {},
): string {
  return `{"id":«count»,"user":«count»,"user_name":"${username}","transaction_type":"${type}","points":${points},"balance_after":${balance},"description":"${description}","order":${order},"promotion":${promotion},"created_at":"«manila»"}`;
}

export function redemptionOf(
  username: string,
  name: string,
  points: number,
  cashier = 'Unknown Cashier',
  order = 'null',
): string {
  return `{"id":«count»,"user":«count»,"user_name":"${username}","promotion":«${name}.id»,"promotion_title":"${name}","order":${order},"points_awarded":${points},"scanned_by":"${cashier}","redeemed_at":"«manila»"}`;
}
