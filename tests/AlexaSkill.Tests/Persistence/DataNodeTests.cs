using System.Text.Json.Nodes;
using AlexaSkill.Http;

namespace AlexaSkill.Tests.Persistence;

public sealed class DataNodeTests
{
    private static readonly DataNode Data = new(JsonNode.Parse("""{"name":"Ann","none":null,"visits":3,"pets":[{"kind":"dog"}]}"""));

    [Fact]
    public void A_path_leads_to_its_value()
    {
        Data["name"].Text.ShouldBe("Ann");
        Data["pets"][0]["kind"].Text.ShouldBe("dog");
        Data["visits"].Json!.GetValue<int>().ShouldBe(3);
        Data["pets"].ToString().ShouldBe("""[{"kind":"dog"}]""");
    }

    [Fact]
    public void A_path_to_nowhere_is_empty_and_no_error()
    {
        DataNode[] nowhere =
        [
            Data["x"], Data["x"]["y"]["z"], Data["none"]["y"], Data["name"]["y"],
            Data["pets"][7], Data["pets"][-1], Data[0], default(DataNode)["x"][0],
        ];

        nowhere.ShouldAllBe(node => node.IsEmpty && node.Text == null && node.ToString().Length == 0);
    }

    [Fact]
    public void A_value_that_is_no_text_has_none()
    {
        Data["visits"].Text.ShouldBeNull();
        Data["pets"].Text.ShouldBeNull();
        Data["visits"].IsEmpty.ShouldBeFalse();
    }
}
