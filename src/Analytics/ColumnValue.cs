using System.Globalization;

namespace Analytics;

/// <summary>Values as a column holds them.</summary>
public static class ColumnValue
{
    /// <summary>A number, for a column of type bigint or tinyint.</summary>
    /// <param name="value">The number; null for no value.</param>
    /// <returns>Its text.</returns>
    public static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A yes or no, for a column of type tinyint.</summary>
    /// <param name="value">Whether it is so; null for no value.</param>
    /// <returns>1 or 0.</returns>
    public static string? Flag(bool? value) => value is null ? null : value.Value ? "1" : "0";

    /// <summary>A time, for a column of type timestamp.</summary>
    /// <param name="time">The time.</param>
    /// <returns>UTC, as <c>yyyy-MM-dd HH:mm:ss.fff</c>.</returns>
    public static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
