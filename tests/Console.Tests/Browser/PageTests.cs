using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Console.Tests.Browser;

/// <summary>What a person does with the console.</summary>
public sealed class PageTests(RunningConsole console, Chromium chromium)
{
    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
        { 1440, ColorScheme.Light },
        { 1440, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_conversation_leads_to_a_breed_and_its_hit_to_s3(int width, ColorScheme scheme)
    {
        await using var page = await chromium.OpenAsync(console, "talk", width, scheme);

        await page.SayAsync("find a pet");
        await page["#suggestions"].GetByText("tiny", new() { Exact = true }).ClickAsync();
        await Expect(page["#state"]).ToContainTextAsync("Alexa has asked for temperament");
        await page.SayAsync("a guard dog");
        await page.SayAsync("high energy");

        var answer = page["#conversation > .alexa"].Last;
        await Expect(answer.Locator("p").First).ToContainTextAsync("Russian Toy"); // catalog/breeds.csv: tiny, guard, high
        await Expect(answer.Locator(".apl")).ToContainTextAsync("Russian Toy");
        await Expect(answer.Locator(".alexa-card")).ToContainTextAsync("Russian Toy");
        await Expect(page["#inside .slots"]).ToContainTextAsync("high energy");
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "nothing is cut off");

        await page.GoToAsync("watch");
        var hit = page[".hits > li"].Filter(new() { HasText = "Russian Toy" }).First;
        await Expect(hit.Locator(".track")).ToHaveAttributeAsync("data-stage", "delivered");
        await hit.Locator("summary").ClickAsync();
        await Expect(hit.Locator(".hit-body p").First).ToContainTextAsync("s3://analytics-");
        await Expect(hit.Locator(".columns")).ToContainTextAsync("slot_value_size_resolved");
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "nothing is cut off");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Large_counts_fit(int width)
    {
        await using var page = await chromium.OpenAsync(console, "watch", width);
        const string Enlarge = "for (const count of document.querySelectorAll('.tile dd')) count.textContent = '1,010,594';";

        (await page.Page.EvaluateAsync<int>($"() => {{ {Enlarge} return document.documentElement.scrollWidth; }}")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task A_button_on_the_devices_screen_can_be_touched()
    {
        await using var page = await chromium.OpenAsync(console, "talk");
        await page.SayAsync("find a pet");
        await page.SayAsync("a tiny guard dog with high energy");
        var answers = await page["#conversation > .alexa"].CountAsync();

        await page[".apl-touch"].ClickAsync();

        await Expect(page["#conversation > .alexa"].Nth(answers).Locator(".meta")).ToContainTextAsync("Alexa.Presentation.APL.UserEvent");
        await Expect(page["#conversation > .alexa"].Nth(answers).Locator("p").First).Not.ToContainTextAsync("failed");
    }

    [Fact]
    public async Task An_edited_request_is_sent_and_a_sample_as_it_is()
    {
        await using var page = await chromium.OpenAsync(console, "talk");
        await page.SayAsync("find a pet");
        await page["#raw > summary"].ClickAsync();
        var request = await page["#request"].InputValueAsync();
        var answers = await page["#conversation > .alexa"].CountAsync();

        await page["#request"].FillAsync(request.Replace("\"PetMatchIntent\"", "\"AMAZON.HelpIntent\"", StringComparison.Ordinal));
        await page["#send-request"].ClickAsync();

        await Expect(page["#conversation > .alexa"].Nth(answers).Locator(".meta")).ToContainTextAsync("AMAZON.HelpIntent");
        await Expect(page["#response"]).ToContainTextAsync("outputSpeech");
        await page["#request"].FillAsync("{");
        await page["#send-request"].ClickAsync();
        await Expect(page["#inside [role=alert]"]).ToContainTextAsync("This is not JSON");

        await page["#samples"].SelectOptionAsync("pet-match-in-german");
        await Expect(page["#request"]).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("de-DE"));
        await page["#send-request"].ClickAsync();
        await Expect(page["#conversation > .alexa"].Nth(answers + 1).Locator(".meta")).ToContainTextAsync("PetMatchIntent");
    }

    [Fact]
    public async Task German_is_spoken_and_what_is_not_understood_shows_the_nearest_samples()
    {
        await using var page = await chromium.OpenAsync(console, "talk");

        await page["#locale"].SelectOptionAsync("de-DE");
        await Expect(page["#suggestions"]).ToContainTextAsync("haustier finder");
        await page.SayAsync("Finde einen kleinen Schutzhund mit viel Energie");
        await Expect(page["#inside .facts"]).ToContainTextAsync("PetMatchIntent");
        await Expect(page["#inside .slots"]).ToContainTextAsync("kleinen");
        await page.SayAsync("wie wird das Wetter morgen für den Hund in Berlin");

        await Expect(page[".nearest .chip"].First).ToBeVisibleAsync();
        await page[".nearest .chip"].First.ClickAsync();
        await Expect(page["#utterance"]).Not.ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_fault_is_switched_on_and_off_and_nothing_is_lost()
    {
        await using var page = await chromium.OpenAsync(console, "watch");
        await page["input[value=throttle]"].CheckAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kill the forwarder" }).ClickAsync();
        await page.GoToAsync("talk");
        await page.SayAsync("find a large watch dog with low energy");
        await page.GoToAsync("watch");

        await Expect(page[".notes"]).ToContainTextAsync("The forwarder is killed");
        await Expect(page[".notes"]).ToContainTextAsync("Firehose throttles a put");
        await Expect(page["#count-underWay"]).Not.ToHaveTextAsync("0");
        await page["input[value=none]"].CheckAsync();
        await Expect(page["#count-underWay"]).ToHaveTextAsync("0");
        await page["#deliver"].ClickAsync();

        await Expect(page["#account"]).ToContainTextAsync(" 0 missing");
        await Expect(page["#count-lost"]).ToHaveTextAsync("0");
    }

    [Theory]
    [InlineData("animals", "canvas")]
    [InlineData("drop-off", "canvas")]
    [InlineData("hours-and-weekdays", "table.heatmap")]
    [InlineData("weekly-retention", "table.cohorts")]
    [InlineData("look-up-times", "canvas")]
    public async Task A_query_shows_its_chart_its_table_and_gives_csv(string query, string chart)
    {
        await console.FillAsync();
        await using var page = await chromium.OpenAsync(console, "ask");

        await page[$"[data-query={query}]"].ClickAsync();

        await Expect(page["#question"]).Not.ToHaveTextAsync("Your own SQL");
        await Expect(page[$"#chart {chart}"]).ToBeVisibleAsync();
        await Expect(page["#rows tbody tr"].First).ToBeVisibleAsync();
        if (query == "drop-off")
        {
            await Expect(page["#rows"]).ToContainTextAsync(" %");
        }

        await page["#editor summary"].ClickAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByText("Download CSV").ClickAsync());
        download.SuggestedFilename.ShouldBe($"{query}.csv");
        (await File.ReadAllTextAsync(await download.PathAsync(), RunningConsole.Stop)).ShouldContain(',');
    }

    [Fact]
    public async Task An_error_in_sql_is_shown_where_it_is()
    {
        await using var page = await chromium.OpenAsync(console, "ask");
        await Expect(page["#facts"]).ToContainTextAsync("ms");
        page.ExpectError("/api/query");
        await page["#editor summary"].ClickAsync();
        await page["#sql"].FillAsync("SELECT outcome\nFROM petmatch\nWHERE locle = 'de-DE'");

        await page["#sql"].PressAsync("Control+Enter");

        await Expect(page["#sql-error"]).ToContainTextAsync("Line 3, column 7");
        var selected = await page.Page.EvaluateAsync<string>("(() => { const s = document.getElementById('sql'); return s.value.slice(s.selectionStart, s.selectionEnd); })()");
        selected.ShouldBe("locle");
    }

    [Fact]
    public async Task Tables_objects_and_logs_are_shown()
    {
        await console.FillAsync();
        await using var page = await chromium.OpenAsync(console, "look");
        foreach (var (what, text) in new[] { ("pet-match-analytics", "match"), ("pet-match-breeds", "Russian Toy"), ("deliveries", "delivered"), ("SkillFunction", "The last") })
        {
            await page["#look-what"].SelectOptionAsync(what);
            await Expect(page["#look-body"]).ToContainTextAsync(text);
        }

        await page["#look-what"].SelectOptionAsync("objects");
        await page[".objects summary"].Filter(new() { HasText = "analytics-" }).First.ClickAsync();
        await Expect(page[".object-body table"].First).ToContainTextAsync("request id");
    }

    [Fact]
    public async Task Markup_that_is_said_is_shown_and_never_run()
    {
        await using var page = await chromium.OpenAsync(console, "talk");

        await page.SayAsync("find a <img src=x onerror=alert(1)> dog");

        await Expect(page["#conversation > .me"].Last).ToContainTextAsync("<img src=x");
        (await page["#conversation img[src=x]"].CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var page = await chromium.OpenAsync(console, "");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page[".skip"]).ToBeFocusedAsync();
        await page["#utterance"].FocusAsync();
        await page.Page.Keyboard.TypeAsync("find a pet");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page["#conversation > .alexa"].First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(page["#utterance"]).ToHaveValueAsync("find a pet");

        await page[".tabs a[href='#watch']"].FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page["#watch"]).ToBeVisibleAsync();
        await page["input[name=fault]:checked"].FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(page["input[value=throttle]"]).ToBeCheckedAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page["input[value=none]"]).ToBeCheckedAsync();
        await console.UntilAsync(state => state.GetProperty("faults").GetProperty("firehose").GetString() == "none");
    }
}
