const qrCode = '0123456789ABCDEF0123456789ABCDEF';
const at = '2026-11-21T03:06:30.828000+08:00';

const user = {
  id: 7,
  username: 'maria',
  email: 'maria@example.com',
  first_name: 'Maria',
  last_name: 'Santos',
  phone: '+639171234567',
  points: 125,
  date_of_birth: null,
  address: null,
  qr_code: qrCode,
  created_at: at,
};
const promotion = {
  id: 2,
  title: 'Double noodles',
  description: '',
  image: null,
  discount_percentage: '20.00',
  product: null,
  category: null,
  valid_from: at,
  valid_until: '2026-12-31T23:59:59.999000+08:00',
  is_active: true,
  qr_code: qrCode,
  points_reward: 50,
  usage_limit_per_user: 1,
  created_at: at,
};
const redemption = {
  id: 4,
  user: 7,
  user_name: 'maria',
  promotion: 2,
  promotion_title: 'Double noodles',
  order: null,
  points_awarded: 50,
  scanned_by: 'Carlo',
  redeemed_at: at,
};
const transaction = {
  id: 31,
  user: 7,
  user_name: 'maria',
  transaction_type: 'earned',
  points: 25,
  balance_after: 125,
  description: 'Purchase points: ₱250.50',
  order: 12,
  order_number: 'S01-T1-A-000012',
  promotion: null,
  created_at: at,
};
const bonus = {
  ...transaction,
  transaction_type: 'bonus',
  description: 'Birthday (by Carlo)',
};

/** What the API page shows of the counter's routes. */
export const counterExamples = {
  qrCode,
  scannedUser: { success: true, user, message: 'Customer Maria Santos identified successfully' },
  scannedPromotion: {
    success: true,
    promotion,
    message: 'Promotion "Double noodles" scanned successfully',
  },
  redeem: { user_qr_code: qrCode, promotion_qr_code: qrCode, cashier_name: 'Carlo', order_id: 12 },
  redeemed: {
    success: true,
    redemption,
    points_awarded: 50,
    new_balance: 175,
    message: 'Promotion redeemed successfully! 50 points awarded.',
  },
  award: { user_qr_code: qrCode, points: 25, description: 'Birthday', cashier_name: 'Carlo' },
  awarded: {
    success: true,
    transaction: bonus,
    new_balance: 125,
    message: '25 points awarded successfully',
  },
  purchase: { user_qr_code: qrCode, order_total: '250.50', order_id: 12 },
  processed: {
    success: true,
    transaction,
    points_earned: 25,
    new_balance: 125,
    message: '25 points earned from purchase!',
  },
  user: { user, recent_transactions: [transaction] },
  promotion: { promotion, is_valid: true, status_message: 'Valid' },
  dashboard: {
    today: { orders_count: 42, total_sales: 10_450.5, promotions_redeemed: 3 },
    this_week: { orders_count: 180, total_sales: 48_120.25, points_awarded: 4_700 },
    active_promotions: 2,
  },
} as const;

/** What the API page shows of the customers' login. */
export const loginExamples = {
  register: {
    email: 'maria@example.com',
    password: '…',
    username: 'maria',
    full_name: 'Maria Santos',
    phone: '09171234567',
    delivery_address: { street: '12 Mabini Street' },
  },
  login: { email: 'maria@example.com', password: '…' },
  signedIn: {
    token: 'eyJ…',
    customer: {
      _id: 'CUST-00007',
      username: 'maria',
      full_name: 'Maria Santos',
      email: 'maria@example.com',
      phone: '',
      delivery_address: {},
      loyalty_points: 0,
      last_purchase: null,
      isDeleted: false,
      date_created: '2026-11-20T19:06:30.828000',
      last_updated: '2026-11-20T19:06:30.828000',
      status: 'active',
    },
  },
} as const;
