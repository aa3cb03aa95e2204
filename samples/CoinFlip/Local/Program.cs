using CoinFlip;
using LocalEmulator;

return await LocalRun.RunAsync(CoinFlipSkill.Definition, "samples/CoinFlip/Local", args);
