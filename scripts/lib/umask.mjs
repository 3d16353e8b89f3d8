/** What this process and its children write is for its own user alone: names and photos are in it. */
process.umask(0o077);
