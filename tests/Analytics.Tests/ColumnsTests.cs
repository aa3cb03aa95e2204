namespace Analytics.Tests;

public sealed class ColumnsTests
{
    private static readonly Hit Answer = new()
    {
        RequestId = "r-1",
        UserId = "u-1",
        ApiExecutionTime = 12,
        Animal = new SlotHit("dog", "puppy", true),
        Size = new SlotHit("tiny", "teacup", true),
        Energy = new SlotHit("so so", "so so", false),
        EventTime = new DateTimeOffset(2026, 11, 21, 1, 2, 3, 45, TimeSpan.FromHours(1)),
        SessionId = "s-1",
        NewSession = true,
        Locale = "en-US",
        DialogState = "COMPLETED",
        Outcome = Outcome.Match,
        Breed = "Boxer",
        Unmatched = "energy=so so",
        Screen = false,
        SkillVersion = "1.2.3",
    };

    [Fact]
    public void The_record_has_the_published_columns_first_and_the_appended_ones_after()
    {
        string[] published =
        [
            "request_id string", "user_id string", "api_execution_time bigint",
            "slot_value_animal_resolved string", "slot_value_animal_synonym string", "slot_value_animal_is_valid tinyint",
            "slot_value_size_resolved string", "slot_value_size_synonym string", "slot_value_size_is_valid tinyint",
            "slot_value_temperament_resolved string", "slot_value_temperament_synonym string", "slot_value_temperament_is_valid tinyint",
            "slot_value_energy_resolved string", "slot_value_energy_synonym string", "slot_value_energy_is_valid tinyint",
        ];
        string[] appended =
        [
            "event_time timestamp", "session_id string", "new_session tinyint", "locale string", "dialog_state string", "outcome string",
            "breed string", "elicited_slot string", "unmatched string", "screen tinyint", "skill_version string",
        ];

        Columns.All.Select(column => $"{column.Name} {column.AthenaType}").ShouldBe([.. published, .. appended]);
    }

    [Fact]
    public void An_answer_fills_its_columns() => Values(Answer).ShouldBe(
    [
        "r-1", "u-1", "12", "dog", "puppy", "1", "tiny", "teacup", "1", null, null, null, "so so", "so so", "0",
        "2026-11-21 00:02:03.045", "s-1", "1", "en-US", "COMPLETED", "match", "Boxer", null, "energy=so so", "0", "1.2.3",
    ]);

    [Fact]
    public void A_dialog_turn_that_asks_on_has_no_value_in_columns_3_to_15()
    {
        var values = Values(Answer with { Outcome = Outcome.Elicit, ElicitedSlot = "energy" });

        values[2..15].ShouldAllBe(value => value == null);
        values.Count(value => value is null).ShouldBe(13);
    }

    [Theory]
    [InlineData(Outcome.Match, "match")]
    [InlineData(Outcome.NoMatch, "no_match")]
    [InlineData(Outcome.Refused, "refused")]
    [InlineData(Outcome.ApiError, "api_error")]
    [InlineData(Outcome.Elicit, "elicit")]
    public void Outcomes_have_their_texts(Outcome outcome, string text) => Columns.Text(outcome).ShouldBe(text);

    [Fact]
    public void Numbers_are_stored_as_numbers() =>
        Columns.All.Where(column => column.IsNumber).Select(column => column.Name).ShouldBe(
        [
            "api_execution_time", "slot_value_animal_is_valid", "slot_value_size_is_valid", "slot_value_temperament_is_valid",
            "slot_value_energy_is_valid", "new_session", "screen",
        ]);

    private static string?[] Values(Hit hit) => [.. Columns.All.Select(column => column.Value(hit))];
}
