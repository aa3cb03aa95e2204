using System.Text.Json.Nodes;
using LocalAws.Lambda;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>The function's executable, answering over the Lambda Runtime API.</summary>
internal sealed class RunningSkill : IAsyncDisposable
{
    private readonly string logPath;
    private LambdaHost? host;

    private RunningSkill(string logPath) => this.logPath = logPath;

    public static async Task<RunningSkill> StartAsync(LocalAwsFixture aws, params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>
        {
            ["ALEXA_SKILL_ID"] = Fakes.TestSkill.SkillId,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = aws.Address,
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var skill = new RunningSkill(aws.Folder.Find($"{Guid.NewGuid():N}.log"));
        var command = await aws.CommandAsync();
        var function = new LambdaFunction("SkillFunction", command[0], command[1..])
        {
            Environment = environment,
            Timeout = TimeSpan.FromSeconds(30),
            LogPath = skill.logPath,
        };
        skill.host = await LambdaHost.StartAsync(function, TestContext.Current.CancellationToken);
        return skill;
    }

    public async Task<JsonNode> AskAsync(ReadOnlyMemory<byte> request)
    {
        var result = await host!.InvokeAsync(request, TestContext.Current.CancellationToken);
        result.Error.ShouldBeNull();
        return JsonNode.Parse(result.Payload.Span)!;
    }

    /// <summary>Ends the function.</summary>
    /// <returns>Everything it has logged.</returns>
    public async Task<string> StopAsync()
    {
        await DisposeAsync();
        return await File.ReadAllTextAsync(logPath, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
            host = null;
        }
    }
}
