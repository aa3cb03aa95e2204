using Analytics;
using LocalEmulator;

return await LocalRun.RunAsync(SkillDefinition.PetMatch, "src/LocalEmulator", args);
