using Cdk;
using Cdk.Assets;

return SkillApp.Synthesize(PetMatchStack.Definition, (app, root, settings, code) => new PetMatchStack(app, "PetMatch", new PetMatchStackProps
{
    Skill = PetMatchStack.Definition,
    Settings = settings,
    Code = code,
    BreedsFile = BreedsFile.Write(root),
    AthenaFolder = Path.Combine(root, PetMatchStack.Definition.AthenaFolder),
}));
