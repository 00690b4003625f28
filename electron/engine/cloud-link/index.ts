export { callCloud } from './call-cloud.ts';
export { cloudAddress } from './cloud-address.ts';
export { linkStateOf } from './link-state.ts';
export { linkRow, type Link } from './link-statements.ts';
export { systemNetwork, type Network } from './network.ts';
export { registerKeyOf } from './register-key.ts';
