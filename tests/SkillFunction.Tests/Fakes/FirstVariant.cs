namespace SkillFunction.Tests.Fakes;

/// <summary>Chance that always takes the first.</summary>
internal sealed class FirstVariant : Random
{
    public override int Next(int maxValue) => 0;
}
