using Analytics;
using FunctionHosting;

namespace LocalEmulator.Services;

/// <summary>What the functions are told of the local run; for all else, their defaults are the names that are deployed.</summary>
internal static class FunctionVariables
{
    /// <summary>The skill's variables: with these, ATTRIBUTES_STORE alone chooses among the local stores.</summary>
    public static Dictionary<string, string> Skill(string persistenceAddress) => new()
    {
        [Variables.SkillId] = "*",
        [Variables.SkillVersion] = "local",
        [Variables.AttributesBucket] = Names.LocalBucket,
        [Variables.AttributesPrefix] = Names.AttributesPrefix,
        [Variables.AttributesUrl] = persistenceAddress,
        [Variables.AttributesToken] = "local/pet-match",
    };

    public static Dictionary<string, string> Forwarder(string quarantinePrefix) => new()
    {
        [Variables.DeliveryLogTable] = Names.DeliveryLogTable,
        [Variables.QuarantineBucket] = Names.LocalBucket,
        [Variables.QuarantinePrefix] = quarantinePrefix,
    };
}
