import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import { device, deviceEnrol, deviceEnrolled, deviceList } from '../../../shared/api/people.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { enrolDevice, listDevices, revokeDevice } from './devices.ts';

const tag = 'Devices';
const access = 'people.manage';

export const devicesRoutes = [
  defineRoute({
    method: 'get',
    path: '/devices',
    tag,
    summary: 'Devices and programs with a key of their own for the counter routes of the dialects',
    access,
    answer: deviceList,
    handle: (context) => ok(listDevices(context.read)),
  }),
  defineRoute({
    method: 'post',
    path: '/devices',
    tag,
    summary: 'Enrols a device and tells its key, this once',
    access,
    body: deviceEnrol,
    status: 201,
    answer: deviceEnrolled,
    handle: (context, { body, actor }) => enrolDevice(context, body.name, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/devices/{id}/revoke',
    tag,
    summary: 'Revokes the key of a device at once',
    access,
    params: z.object({ id }),
    answer: device,
    handle: (context, { params, actor }) => revokeDevice(context, params.id, actor),
  }),
];
