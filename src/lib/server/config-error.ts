/** The configuration is wrong; the message says where and how, for whoever starts the server. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
