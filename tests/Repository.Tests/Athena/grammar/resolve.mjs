// dt-sql-parser imports folders and files without their endings, as bundlers take them; Node.js wants the whole name.
export async function resolve(name, context, next) {
  const failures = ['ERR_UNSUPPORTED_DIR_IMPORT', 'ERR_MODULE_NOT_FOUND'];
  for (const ending of ['', '.js']) {
    try {
      return await next(`${name}${ending}`, context);
    } catch (error) {
      if (!failures.includes(error.code)) throw error;
    }
  }

  return next(`${name}/index.js`, context);
}
