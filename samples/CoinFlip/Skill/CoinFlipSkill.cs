using Analytics;

namespace CoinFlip;

/// <summary>What the stack and the local run have to know of Coin Flip.</summary>
public static class CoinFlipSkill
{
    /// <summary>The skill.</summary>
    public static SkillDefinition Definition { get; } = new()
    {
        Title = "Coin Flip",
        Names = new PipelineNames("coin-flip", Database: "coin_flip", Table: "flips"),
        Columns = Flip.Record.Columns,
        HitIntent = FlipHandler.IntentName,
        Assembly = "CoinFlip",
        Folder = "samples/CoinFlip/Skill",
        ModelsFolder = "samples/CoinFlip/models",
        RequestsFolder = "samples/CoinFlip/requests",
        AthenaFolder = "samples/CoinFlip/athena",
    };
}
