using Analytics;

namespace LocalEmulator.Services;

/// <summary>What the functions are told of the local run; for all else, their defaults are the names that are deployed.</summary>
internal static class FunctionVariables
{
    /// <summary>The skill's variables: with these, ATTRIBUTES_STORE alone chooses among the local stores.</summary>
    /// <param name="persistenceAddress">Where the local persistence service listens.</param>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> Skill(string persistenceAddress) => new()
    {
        [Variables.SkillId] = "*",
        [Variables.SkillVersion] = "local",
        [Variables.AttributesBucket] = Names.LocalBucket,
        [Variables.AttributesPrefix] = Names.AttributesPrefix,
        [Variables.AttributesUrl] = persistenceAddress,
        [Variables.AttributesToken] = "local/pet-match",
    };

    /// <summary>The forwarder's variables.</summary>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> Forwarder() => new()
    {
        [Variables.DeliveryLogTable] = Names.DeliveryLogTable,
        [Variables.QuarantineBucket] = Names.LocalBucket,
    };
}
