// Preloaded into each child: when the process that started it is gone, however it went, the child stops too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
