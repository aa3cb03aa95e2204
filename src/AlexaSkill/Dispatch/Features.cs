namespace AlexaSkill.Dispatch;

/// <summary>What host, interceptors and handlers give each other for one request: one value of each type.</summary>
public sealed class Features
{
    private readonly Dictionary<Type, object> values = [];

    /// <summary>Begins with one feature, such as Lambda's context.</summary>
    /// <typeparam name="T">The type that it is asked for by.</typeparam>
    /// <param name="feature">The feature.</param>
    /// <returns>The features.</returns>
    public static Features Of<T>(T feature)
        where T : class
    {
        var features = new Features();
        features.Set(feature);
        return features;
    }

    /// <summary>Finds a feature.</summary>
    /// <typeparam name="T">The type that it was set by.</typeparam>
    /// <returns>The feature; null where there is none.</returns>
    public T? Find<T>()
        where T : class => (T?)values.GetValueOrDefault(typeof(T));

    /// <summary>Gets a feature that has to be there.</summary>
    /// <typeparam name="T">The type that it was set by.</typeparam>
    /// <returns>The feature.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Get<T>()
        where T : class => Find<T>() ?? throw new InvalidOperationException(
            $"The request has no feature of type {typeof(T).Name}: set it in a request interceptor, or where the skill is called.");

    /// <summary>Sets a feature, in place of an earlier one of its type.</summary>
    /// <typeparam name="T">The type that it is asked for by.</typeparam>
    /// <param name="feature">The feature.</param>
    public void Set<T>(T feature)
        where T : class => values[typeof(T)] = feature;
}
