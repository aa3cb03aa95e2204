using System.Text.Json;
using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>Reads and writes directives: those of this library by their generated metadata, all others as they stand.</summary>
internal sealed class DirectiveConverter() : TypedConverter<Directive>(Directive.Kinds)
{
    public override void Write(Utf8JsonWriter writer, Directive value, JsonSerializerOptions options)
    {
        if (value is CustomDirective custom)
        {
            custom.Json.WriteTo(writer);
        }
        else
        {
            base.Write(writer, value, options);
        }
    }

    protected override Directive Unknown(JsonElement json) => new CustomDirective(json);
}
