import { z } from 'zod';
import { productImport } from '../../../shared/api/catalog.ts';
import { id, line } from '../../../shared/api/common.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { applyProductImport } from './apply-product-import.ts';
import { cancelProductImport } from './cancel-product-import.ts';
import { getProductImport, listProductImports } from './get-product-import.ts';
import { startProductImport } from './start-product-import.ts';

const tag = 'Product imports';
const byId = z.object({ id });
const mostBytes = 64 * 1024 * 1024;

export const importRoutes = [
  defineRoute({
    method: 'post',
    path: '/product-imports',
    tag,
    summary: 'Checks a CSV file without importing anything',
    access: 'products.import',
    query: z.object({ fileName: line(200).default('products.csv') }),
    bytes: { mediaTypes: ['text/csv', 'application/octet-stream'], maximum: mostBytes },
    status: 202,
    answer: productImport,
    handle: (context, { bytes, query, actor }) => startProductImport(context, bytes, query.fileName, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/product-imports',
    tag,
    summary: 'The latest 20 imports',
    access: 'products.import',
    answer: z.object({ items: z.array(productImport) }),
    handle: (context) => ok({ items: listProductImports(context) }),
  }),
  defineRoute({
    method: 'get',
    path: '/product-imports/{id}',
    tag,
    summary: 'How far an import is, and what is wrong with its file',
    access: 'products.import',
    params: byId,
    answer: productImport,
    handle: (context, { params }) => getProductImport(context, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/product-imports/{id}/apply',
    tag,
    summary: 'Imports a file that was checked and has no problems',
    access: 'products.import',
    params: byId,
    status: 202,
    answer: productImport,
    handle: (context, { params, actor }) => applyProductImport(context, params.id, actor),
  }),
  defineRoute({
    method: 'delete',
    path: '/product-imports/{id}',
    tag,
    summary: 'Drops an import that was not applied',
    access: 'products.import',
    params: byId,
    status: 204,
    answer: null,
    handle: (context, { params }) => cancelProductImport(context, params.id),
  }),
];
