namespace AlexaSimulator.Sessions;

/// <summary>Who talks to Alexa by which device, and for which skill the requests are.</summary>
public sealed record AlexaOptions
{
    /// <summary>The skill id of requests where none is given.</summary>
    public const string SimulatedSkillId = "amzn1.ask.skill.9c1f6f1e-0b8e-4c5e-9f5a-7d0e3b6a2c41";

    /// <summary>The skill's id.</summary>
    public string SkillId { get; init; } = SimulatedSkillId;

    /// <summary>The Alexa user's id.</summary>
    public string UserId { get; init; } = "amzn1.ask.account.SIMULATED";

    /// <summary>The device's id.</summary>
    public string DeviceId { get; init; } = "amzn1.ask.device.SIMULATED";

    /// <summary>The id of the recognized voice; null = none is recognized.</summary>
    public string? PersonId { get; init; }

    /// <summary>Whether the device has a screen that shows APL documents.</summary>
    public bool HasScreen { get; init; }

    /// <summary>Gives the requests' times.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gives ids, and picks among the wordings of a prompt; a seeded one makes a conversation repeatable.</summary>
    public Random Random { get; init; } = Random.Shared;
}
