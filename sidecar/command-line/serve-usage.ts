export const serveUsage = "serve [--host 127.0.0.1] [--port 7870] [--engine redis://HOST] [--root DIR]… [--open]";
