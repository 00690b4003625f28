import { z } from 'zod';
import {
  category,
  categoryChange,
  categoryCreate,
  product,
  productChange,
  productCreate,
  productPage,
  productQuery,
  stockMovementCreate,
  stockMovementPage,
} from '../../../shared/api/catalog.ts';
import { id, page } from '../../../shared/api/common.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { listStockMovements, recordStockMovement } from '../stock/index.ts';
import { changeCategory } from './change-category.ts';
import { changeProduct } from './change-product.ts';
import { createCategory } from './create-category.ts';
import { createProduct } from './create-product.ts';
import { getProduct } from './get-product.ts';
import { importRoutes } from './import.routes.ts';
import { listCategories } from './list-categories.ts';
import { listProducts } from './list-products.ts';

const tag = 'Catalogue';
const byId = z.object({ id });

const productRoutes = [
  defineRoute({
    method: 'get',
    path: '/products',
    tag,
    summary: 'Products by page: filtered, sorted, searched',
    access: 'products.view',
    query: productQuery,
    answer: productPage,
    handle: (context, { query }) => listProducts(context, query),
  }),
  defineRoute({
    method: 'post',
    path: '/products',
    tag,
    summary: 'Adds a product',
    access: 'products.edit',
    body: productCreate,
    status: 201,
    answer: product,
    handle: (context, { body, actor }) => createProduct(context, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/products/{id}',
    tag,
    summary: 'One product',
    access: 'products.view',
    params: byId,
    answer: product,
    handle: (context, { params }) => getProduct(context, params.id),
  }),
  defineRoute({
    method: 'patch',
    path: '/products/{id}',
    tag,
    summary: 'Changes the named fields of a product; `archived` takes it off sale',
    access: 'products.edit',
    params: byId,
    body: productChange,
    answer: product,
    handle: (context, { params, body, actor }) => changeProduct(context, params.id, body, actor.accountId),
  }),
];

const stockRoutes = [
  defineRoute({
    method: 'get',
    path: '/products/{id}/stock-movements',
    tag,
    summary: 'What came and went of a product, newest first',
    access: 'products.view',
    params: byId,
    query: page,
    answer: stockMovementPage,
    handle: (context, { params, query }) => listStockMovements(context, params.id, query),
  }),
  defineRoute({
    method: 'post',
    path: '/products/{id}/stock-movements',
    tag,
    summary: 'Receives, counts or adjusts stock',
    access: 'stock.move',
    params: byId,
    body: stockMovementCreate,
    status: 201,
    answer: product,
    handle: async (context, { params, body, actor }) => {
      const moved = await recordStockMovement(context, params.id, body, actor);
      return moved.ok ? getProduct(context, params.id) : moved;
    },
  }),
];

const categoryRoutes = [
  defineRoute({
    method: 'get',
    path: '/categories',
    tag,
    summary: 'Every category with the number of its products',
    access: 'products.view',
    answer: z.object({ items: z.array(category) }),
    handle: (context) => ok({ items: listCategories(context) }),
  }),
  defineRoute({
    method: 'post',
    path: '/categories',
    tag,
    summary: 'Adds a category',
    access: 'products.edit',
    body: categoryCreate,
    status: 201,
    answer: category,
    handle: (context, { body, actor }) => createCategory(context, body, actor.accountId),
  }),
  defineRoute({
    method: 'patch',
    path: '/categories/{id}',
    tag,
    summary: 'Renames, recolours or moves a category',
    access: 'products.edit',
    params: byId,
    body: categoryChange,
    answer: category,
    handle: (context, { params, body, actor }) => changeCategory(context, params.id, body, actor.accountId),
  }),
];

export const catalogRoutes = [...productRoutes, ...stockRoutes, ...categoryRoutes, ...importRoutes];
