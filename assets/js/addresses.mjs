/* Where the server answers: beside assets/, under whatever prefix the browser found this file. */

/**
 * The address at which the server is asked.
 * @param {string} path
 */
export const onServer = (path) => new URL(`../../${path}`, import.meta.url).pathname;

/**
 * The address of a page, with its query.
 * @param {string} path
 */
export const pageAt = (path) => new URL(`../../${path}`, import.meta.url).href;
