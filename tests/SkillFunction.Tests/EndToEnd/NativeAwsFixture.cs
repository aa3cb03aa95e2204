using SkillFunction.Tests.EndToEnd;

[assembly: AssemblyFixture(typeof(NativeAwsFixture))]

namespace SkillFunction.Tests.EndToEnd;

/// <summary>Tables of their own for the native executable, as it is deployed.</summary>
public sealed class NativeAwsFixture : LocalAwsFixture
{
    public override async Task<string[]> CommandAsync()
    {
        Assert.SkipWhen(NativeFunction.Obstacle is not null, NativeFunction.Obstacle ?? "");
        return [await NativeFunction.FindAsync("SkillFunction")];
    }
}
