using LocalEmulator.Commands;

return await CommandLine.RunAsync(args);
