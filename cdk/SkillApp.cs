using System.Diagnostics.CodeAnalysis;
using Amazon.CDK;
using Analytics;
using Cdk.Assets;
using Cdk.Settings;

namespace Cdk;

/// <summary>The CDK app of one skill, which <c>npx cdk</c> starts in the root of a checkout.</summary>
[SuppressMessage("Maintainability", "CA1515", Justification = "Public for the stacks of other skills.")]
public static class SkillApp
{
    /// <summary>Synthesizes the stack of a skill: its function, and the pipeline of its record.</summary>
    /// <param name="skill">The skill.</param>
    /// <returns>The exit code: 0, or 1 where a line on standard error says what is wrong.</returns>
    public static int Synthesize(SkillDefinition skill) => Synthesize(skill, (app, root, settings, code) => new SkillStack(app, skill.ShortTitle, new SkillStackProps
    {
        Skill = skill, Settings = settings, Code = code, AthenaFolder = Path.Combine(root, skill.AthenaFolder),
    }));

    internal static int Synthesize(SkillDefinition skill, Func<App, string, StackSettings, FunctionCode, Stack> build)
    {
        FunctionCode? code = null;
        try
        {
            var root = Checkout.Find(Directory.GetCurrentDirectory());
            using var jsii = new JsiiRuntime();
            var app = jsii.StartApp();
            var names = ContextReader.NamesOf(Environment.GetEnvironmentVariable("CDK_CONTEXT_JSON"));
            var settings = StackSettings.Read(new ContextReader(app.Node, names), skill);
            code = new FunctionCode(root, settings.Functions);
            _ = build(app, root, settings, code);
            app.Synth();
            return 0;
        }
        catch (ContextException mistake)
        {
            Console.Error.WriteLine(mistake.Message);
            return 1;
        }
#pragma warning disable CA1031 // the CDK's runtime throws no type of its own
        catch (Exception) when (code?.Mistake is { } mistake)
#pragma warning restore CA1031
        {
            // Thrown while the CDK bundled an asset, it has come back wrapped in a stack of JavaScript.
            Console.Error.WriteLine(mistake);
            return 1;
        }
    }
}
