using System.Reflection;
using System.Reflection.Emit;

namespace PostMoney.Conventions.Tests;

/// <summary>Which folder of an assembly uses which, read from signatures and code: no use can hide behind a <c>var</c>.</summary>
internal static class CapabilityUses
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>All uses of one folder by another, with the type that uses it.</summary>
    public static IEnumerable<(string User, string Used, string Where)> In(Assembly assembly) => assembly.GetTypes()
        .Where(type => CapabilityOf(type) is not null)
        .SelectMany(type => UsedBy(type)
            .SelectMany(Flat)
            .Where(used => used.Assembly == assembly)
            .Select(CapabilityOf)
            .OfType<string>()
            .Where(used => used != CapabilityOf(type))
            .Select(used => (CapabilityOf(type)!, used, type.FullName!.Split('+')[0])))
        .Distinct();

    private static string? CapabilityOf(Type type)
    {
        var names = (type.Namespace ?? "").Split('.');
        return names.Length > 2 ? names[2] : null;
    }

    private static IEnumerable<Type> Flat(Type? type)
    {
        if (type is null)
        {
            yield break;
        }

        yield return type;
        foreach (var inner in type.GetGenericArguments().Append(type.HasElementType ? type.GetElementType() : null).SelectMany(Flat))
        {
            yield return inner;
        }
    }

    private static IEnumerable<Type?> UsedBy(Type type)
    {
        IEnumerable<Type?> whole = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(Everything).Select(field => field.FieldType)];
        return whole
            .Concat(type.GetMethods(Everything).SelectMany(UsedBy))
            .Concat(type.GetConstructors(Everything).SelectMany(UsedBy));
    }

    private static IEnumerable<Type?> UsedBy(MethodBase method)
    {
        IEnumerable<Type?> signature = [(method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)];
        return method.GetMethodBody() is { } body
            ? signature.Concat(body.LocalVariables.Select(local => local.LocalType)).Concat(Mentioned(method, body).SelectMany(TypesOf))
            : signature;
    }

    private static IEnumerable<Type?> TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method =>
            [method.DeclaringType, method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType), .. method.GetGenericArguments()],
        _ => [member.DeclaringType],
    };

    private static IEnumerable<MemberInfo> Mentioned(MethodBase method, MethodBody body)
    {
        var code = body.GetILAsByteArray()!;
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            var operation = _codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
