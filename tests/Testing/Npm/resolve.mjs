// With `node --import`: packages that a script imports are those of this folder, wherever the script stands.
import { register } from 'node:module';

const hooks = `
  let packages;
  export const initialize = (folder) => { packages = folder; };
  export async function resolve(specifier, context, next) {
    const isPackage = !/^(\\.|\\/|[a-z]+:)/.test(specifier);
    const fromOurs = !context.parentURL?.includes('/node_modules/');
    return next(specifier, isPackage && fromOurs ? { ...context, parentURL: packages } : context);
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: new URL('./resolve.mjs', import.meta.url).href });
