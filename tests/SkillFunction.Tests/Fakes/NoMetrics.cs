using FunctionHosting;

namespace SkillFunction.Tests.Fakes;

/// <summary>Metrics that nobody reads.</summary>
internal static class NoMetrics
{
    public static EmbeddedMetrics Create() => new(new JsonLogger(Stream.Null, TimeProvider.System), "skill", TimeProvider.System);
}
