using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using AlexaSkill.Dispatch;
using AlexaSkill.DynamoDb;
using AlexaSkill.Http;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using AlexaSkill.S3;
using AlexaSkill.Tests.Persistence;

namespace AlexaSkill.Tests.Readme;

public sealed partial class ReadmeTests
{
    private static readonly string Folder = SourceFolder();
    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "..", "..", "..", "src", "AlexaSkill", "README.md"));

    public static TheoryData<string> Files => ["Program.cs", "OrderTeaHandler.cs", "Favourites.cs", "SpillHandler.cs"];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_skill_of_the_README_is_the_one_that_is_compiled_here(string file) =>
        CodeBlock().Matches(Text).Select(block => block.Groups[1].Value).ShouldContain(File.ReadAllText(Path.Combine(Folder, file)));

    [Fact]
    public void Every_name_in_the_text_is_one_of_the_library()
    {
        Assembly[] libraries =
        [
            typeof(Skill).Assembly, typeof(DynamoDbPersistenceAdapter).Assembly, typeof(S3PersistenceAdapter).Assembly,
            typeof(HttpPersistenceAdapter).Assembly,
        ];
        var names = libraries.SelectMany(library => library.GetExportedTypes())
            .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name))
            .Select(name => name.Split('`')[0])
            .Concat(libraries.SelectMany(library => library.GetName().Name!.Split('.')))
            .ToHashSet();

        var reference = Text[Text.IndexOf("## What happens", StringComparison.Ordinal)..];
        foreach (var name in Reference().Matches(reference).SelectMany(match => match.Groups[1].Value.Split('.')))
        {
            names.ShouldContain(name);
        }
    }

    [Fact]
    public async Task It_takes_an_order_and_remembers_it()
    {
        var skill = TeaTime.Program.Create(SkillId.Only("tea"), new InMemoryAdapter());
        const string Resolutions = """{"resolutionsPerAuthority":[{"status":{"code":"ER_SUCCESS_MATCH"},"values":[{"value":{"name":"Earl Grey"}}]}]}""";

        Speech(await AskAsync(skill, """ "type":"LaunchRequest" """)).ShouldBe("Welcome to Tea Time! Which tea would you like?");
        Speech(await AskAsync(skill, Order("""{"value":"rooibos"}"""))).ShouldBe("I don't have rooibos. Which tea would you like?");
        var question = await AskAsync(skill, Order($$"""{"value":"the grey one","resolutions":{{Resolutions}}}"""));
        Speech(question).ShouldBe("With sugar?");
        var attributes = question.SessionAttributes!["order"].GetRawText();
        Speech(await AskAsync(skill, """ "type":"IntentRequest","intent":{"name":"AMAZON.NoIntent"} """, $$"""{"order":{{attributes}}}"""))
            .ShouldBe("Here you are: 2 Earl Grey, as it is.");
        Speech(await AskAsync(skill, """ "type":"LaunchRequest" """))
            .ShouldBe("Welcome to Tea Time! Last time you had Earl Grey. Which tea would you like?");
    }

    [Fact]
    public async Task It_says_where_it_fails()
    {
        var store = new InMemoryAdapter { Failure = new PersistenceException(PersistenceFailure.Unavailable, "as told") };

        Speech(await AskAsync(TeaTime.Program.Create(SkillId.Any, store), """ "type":"LaunchRequest" """))
            .ShouldBe("Sorry, I can't remember what you like. Please try again.");
    }

    private static string Order(string tea) =>
        $$""" "type":"IntentRequest","intent":{"name":"OrderTeaIntent","slots":{"tea":{{tea}},"cups":{"value":"2"} } }""";

    private static Task<ResponseEnvelope> AskAsync(Skill skill, string request, string attributes = "{}") => skill.AnswerAsync(
        RequestEnvelope.Read(Encoding.UTF8.GetBytes(
            $$"""
            {"session":{"attributes":{{attributes}},"application":{"applicationId":"tea"},"user":{"userId":"somebody"} },
            "request":{ {{request}} } }
            """)),
        cancellationToken: TestContext.Current.CancellationToken);

    private static string Speech(ResponseEnvelope answer) => answer.Response.OutputSpeech!.Ssml["<speak>".Length..^"</speak>".Length];

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("^```csharp\n(.+?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"`([A-Z][a-z]\w*(?:\.[A-Z][a-z]\w*)*)[`(]")]
    private static partial Regex Reference();
}
