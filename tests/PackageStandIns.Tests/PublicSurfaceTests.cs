using System.Globalization;
using System.Reflection;
using Amazon.KinesisFirehose;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.RuntimeSupport;

namespace PackageStandIns.Tests;

/// <summary>
/// What is public here must be public in the official packages. PublicSurface.txt lists the members, each of which was found there with the
/// same names, parameters, defaults and types; a member that is not on the list has to be looked up there before it is added.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Only_members_of_the_official_packages_are_public()
    {
        Assembly[] standIns =
            [typeof(ILambdaContext).Assembly, typeof(LambdaBootstrap).Assembly, typeof(StreamsEventResponse).Assembly, typeof(IAmazonKinesisFirehose).Assembly];

        var members = standIns.SelectMany(standIn => standIn.GetExportedTypes()).SelectMany(Members).Order(StringComparer.Ordinal);

        members.ShouldBe(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt")));
    }

    private static IEnumerable<string> Members(Type type)
    {
        var name = $"{type.Namespace}.{Name(type)}";
        return type.IsEnum ? Enum.GetNames(type).Select(value => $"{name}.{value} = {Enum.Parse(type, value):D}")
            : type.IsSubclassOf(typeof(Delegate)) ? [$"{Name(type.GetMethod("Invoke")!.ReturnType)} {name}({Parameters(type.GetMethod("Invoke")!)})"]
            : type.GetMembers(Declared).Select(member => Describe(name, member)).OfType<string>();
    }

    private static string? Describe(string type, MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{type}({Parameters(constructor)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {type}.{property.Name} {{{Accessors(property)} }}",
        MethodInfo { IsSpecialName: false } method => $"{Name(method.ReturnType)} {type}.{method.Name}({Parameters(method)})",
        FieldInfo field => $"{Name(field.FieldType)} {type}.{field.Name}",
        _ => null,
    };

    private static string Accessors(PropertyInfo property) =>
        (property.GetMethod is { IsPublic: true } ? " get;" : "") + (property.SetMethod is { IsPublic: true } ? " set;" : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}"));

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture)! : "default";

    private static string Name(Type type)
    {
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
