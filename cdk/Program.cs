using Analytics;
using Cdk;
using Cdk.Assets;

return SkillApp.Synthesize(SkillDefinition.PetMatch, (app, root, settings, code) => new PetMatchStack(app, "PetMatch", new PetMatchStackProps
{
    Skill = SkillDefinition.PetMatch,
    Settings = settings,
    Code = code,
    BreedsFile = BreedsFile.Write(root),
    AthenaFolder = Path.Combine(root, SkillDefinition.PetMatch.AthenaFolder),
}));
