// `npm run test:long`: scale, soak and crash tests, which take minutes.
process.env.LONG_TESTS = "1";
process.argv.push("long/");
await import("./test.mjs");
