using System.Buffers;
using System.Runtime.CompilerServices;
using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction;

/// <summary>Makes fields of the values of a record: without escapes, numbers in plain notation.</summary>
internal sealed class FieldReader : IDisposable
{
    private readonly byte[] number = new byte[NumberText.MaxBytes];
    private byte[] text = ArrayPool<byte>.Shared.Rent(256);

    /// <summary>Reads one field, which is valid until the next one is read; false where a number can't be read as one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ReadOnlySpan<byte> streamEvent, AttributeSlice value, out ReadOnlySpan<byte> field)
    {
        field = streamEvent.Slice(value.Text.Start, value.Text.Length);
        return (value.Kind == AttributeKind.Text && !value.Text.IsEscaped) || TryConvert(value, ref field);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(text);
        text = [];
    }

    private bool TryConvert(AttributeSlice value, ref ReadOnlySpan<byte> field)
    {
        if (value.Text.IsEscaped)
        {
            field = Unescape(field);
        }

        if (value.Kind == AttributeKind.Flag)
        {
            field = field[0] == 't' ? "1"u8 : "0"u8;
        }
        else if (value.Kind == AttributeKind.Number && !field.IsEmpty)
        {
            var isNumber = NumberText.TryWritePlain(field, number, out var length);
            field = number.AsSpan(0, isNumber ? length : 0);
            return isNumber;
        }

        return true;
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> json)
    {
        if (json.Length > text.Length)
        {
            ArrayPool<byte>.Shared.Return(text);
            text = ArrayPool<byte>.Shared.Rent(json.Length);
        }

        return text.AsSpan(0, JsonText.Unescape(json, text));
    }
}
