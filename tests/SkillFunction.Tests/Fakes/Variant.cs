namespace SkillFunction.Tests.Fakes;

/// <summary>Chance that always takes the same: the first, or another.</summary>
internal sealed class Variant(int number = 0) : Random
{
    public override int Next(int maxValue) => number % maxValue;
}
