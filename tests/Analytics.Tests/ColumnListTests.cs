namespace Analytics.Tests;

public sealed class ColumnListTests
{
    [Fact]
    public void A_list_is_read_as_it_is_written()
    {
        ColumnList.TryParse(ColumnList.Text(Columns.All), out var columns, out _).ShouldBeTrue();

        columns.ShouldBe(Columns.All.Select(column => new Column(column.Name, column.Type)));
    }

    [Fact]
    public void Blanks_and_line_breaks_do_not_matter()
    {
        ColumnList.TryParse(" request_id  string ,\n won tinyint\t", out var columns, out _).ShouldBeTrue();

        columns.ShouldBe([new Column("request_id", ColumnType.Text), new Column("won", ColumnType.TinyInt)]);
    }

    [Theory]
    [InlineData("", "'' is not a name and one of the types string, bigint, tinyint, timestamp")]
    [InlineData("request_id string,", "'' is not a name and one of the types")]
    [InlineData("request_id", "'request_id' is not a name and one of the types")]
    [InlineData("request_id string, won boolean", "'won boolean' is not a name and one of the types")]
    [InlineData("request_id string, won tiny int", "'won tiny int' is not a name and one of the types")]
    [InlineData("request_id STRING", "'request_id STRING' is not a name and one of the types")]
    [InlineData("won tinyint, request_id string", "the first column has to be 'request_id string'")]
    [InlineData("request_id bigint", "the first column has to be 'request_id string'")]
    [InlineData("request_id string, Won tinyint", "'Won' is no column's name")]
    [InlineData("request_id string, 2nd tinyint", "'2nd' is no column's name")]
    [InlineData("request_id string, a\"b tinyint", "'a\"b' is no column's name")]
    [InlineData("request_id string, won tinyint, won bigint", "'won' stands there twice")]
    [InlineData("request_id string, expires_at bigint", "'expires_at' is taken")]
    [InlineData("request_id string, day string", "'day' is taken")]
    public void What_is_no_record_is_told(string text, string flaw)
    {
        ColumnList.TryParse(text, out var columns, out var told).ShouldBeFalse();

        columns.ShouldBeNull();
        told.ShouldStartWith(flaw);
    }

    [Fact]
    public void A_name_has_at_most_255_characters()
    {
        ColumnList.Flaw(With(new string('a', 255))).ShouldBeNull();
        ColumnList.Flaw(With(new string('a', 256))).ShouldNotBeNull();

        static Column[] With(string name) => [new("request_id", ColumnType.Text), new(name, ColumnType.Text)];
    }

    [Fact]
    public void Columns_that_make_no_record_are_refused_before_they_are_used() =>
        Should.Throw<ArgumentException>(() => new AnalyticsRecord<Hit>(hit => hit.EventTime, [new("won", ColumnType.TinyInt, _ => "1")]))
            .Message.ShouldStartWith("These columns make no record: the first column has to be 'request_id string'");

    [Fact]
    public void The_names_of_Pet_Match_s_pipeline_are_the_published_ones()
    {
        var names = PipelineNames.PetMatch;

        new[] { names.HitsTable, names.AttributesTable, names.DeliveryLogTable, names.DeliveryStream, names.LocalBucket }.ShouldBe(
            [Names.HitsTable, Names.AttributesTable, Names.DeliveryLogTable, Names.DeliveryStream, Names.LocalBucket]);
    }
}
