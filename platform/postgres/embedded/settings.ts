/** The file in the cluster that holds our settings; `ALTER SYSTEM` still wins over it. */
export const SETTINGS_FILE = 'chama.conf';

/** Written anew at every start, so that a newer program's settings reach an older cluster. */
export const SETTINGS = `# Written by chama at every start. Your own settings: ALTER SYSTEM SET …
# A small machine (2 cores, 2 GB and more), many short durable transactions, large COPY batches.

# Durability is the point of the house: an acknowledged message is on disk.
fsync = on
synchronous_commit = on
full_page_writes = on

# The documents of the last minutes, which matching reads back, fit in this.
shared_buffers = 256MB
huge_pages = try
wal_buffers = 16MB
maintenance_work_mem = 128MB
effective_cache_size = 1GB

# After a checkpoint every page is written whole once more, so checkpoints are kept rare: a crash is then
# replayed in some seconds, and COPY is not slowed every minute.
checkpoint_timeout = 15min
max_wal_size = 4GB
min_wal_size = 256MB
checkpoint_completion_target = 0.9
# The packaged server knows only pglz, which costs more processor time than it saves in writing.
wal_compression = off
# Keeps pg_basebackup and replicas possible.
wal_level = replica

# Queries are short and their plans cached: compiling and spreading them costs more than it brings, and
# parallel workers need /dev/shm, of which a container has 64 MB.
jit = off
max_parallel_workers_per_gather = 0
random_page_cost = 1.1

# A server holds up to some twenty; several of them, tools and a backup share one database.
max_connections = 200
unix_socket_permissions = 0700
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %u@%d '
log_checkpoints = off
# A refused row is the business's affair and told to the sender, not a matter for this log.
log_min_error_statement = panic
log_min_messages = warning
# What is refused is told without its details, which repeat the values of the row.
log_error_verbosity = terse
`;
