using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalEmulator.Web;

/// <summary>An enum as its name, in camel case as all of the API is; a number is none of its names.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
