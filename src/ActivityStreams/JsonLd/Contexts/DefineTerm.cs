using PostMoney.ActivityStreams.JsonLd.Tree;

namespace PostMoney.ActivityStreams.JsonLd.Contexts;

/// <summary>Defines one term of a context (JSON-LD 1.1 API §4.2.2).</summary>
internal static class DefineTerm
{
    internal static void Apply(Definitions definitions, string term, Value value)
    {
        if (!CheckName(definitions, term, value))
        {
            return;
        }

        var active = definitions.Active;
        var previous = active.Find(term);
        active.Remove(term, definitions.Run.Work);
        var members = value switch
        {
            MapValue map => map,
            NullValue or TextValue => new MapValue(Keywords.Id, value),
            _ => throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition),
        };
        var definition = new TermDefinition { IsProtected = definitions.IsProtected };
        ReadProtected(definitions, members, definition);
        ReadType(definitions, members, definition);
        if (members.TryGet(Keywords.Reverse, out var reverse))
        {
            if (ReadReverse(definitions, members, reverse, definition))
            {
                active.Set(term, definition, definitions.Run.Work);
            }

            return;
        }

        if (!MapTerm.Apply(definitions, term, members, isSimple: value is TextValue, definition))
        {
            return;
        }

        ReadContainer(definitions, members, definition);
        DescribeTerm.Apply(definitions, term, members, definition);
        active.Set(term, Protect(definitions, definition, previous), definitions.Run.Work);
    }

    // False for a name that is passed over since a later version may make it a keyword.
    private static bool CheckName(Definitions definitions, string term, Value value)
    {
        if (term.Length == 0)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition);
        }

        if (term == Keywords.Type)
        {
            CheckTypeTerm(definitions, value);
            return true;
        }

        return Keywords.Is(term) ? throw new JsonLdRefusal(JsonLdProblem.KeywordRedefinition) : !Keywords.HasForm(term);
    }

    // Of @type only its container and its protection can be defined.
    private static void CheckTypeTerm(Definitions definitions, Value value)
    {
        var isRight = !definitions.Run.IsOneZero && value is MapValue { Count: > 0 } map && map.Members.TrueForAll(member =>
            member.Key == Keywords.Protected
            || (member.Key == Keywords.Container && member.Value.Items is [TextValue { Content: Keywords.Set }]));
        if (!isRight)
        {
            throw new JsonLdRefusal(JsonLdProblem.KeywordRedefinition);
        }
    }

    private static void ReadProtected(Definitions definitions, MapValue members, TermDefinition definition)
    {
        if (members.TryGet(Keywords.Protected, out var value))
        {
            RefuseInOneZero(definitions);
            definition.IsProtected = value is FlagValue flag ? flag.IsTrue : throw new JsonLdRefusal(JsonLdProblem.InvalidProtectedValue);
        }
    }

    private static void ReadType(Definitions definitions, MapValue members, TermDefinition definition)
    {
        if (!members.TryGet(Keywords.Type, out var value))
        {
            return;
        }

        var type = value.Text is { } text ? definitions.Expand(text) : null;
        var isRight = type switch
        {
            null => false,
            Keywords.Json or Keywords.None => !definitions.Run.IsOneZero,
            Keywords.Id or Keywords.Vocab => true,
            _ => Iris.IsAbsolute(type) || (Iris.IsBlank(type) && definitions.Run.IsOneZero),
        };
        definition.Type = isRight ? type : throw new JsonLdRefusal(JsonLdProblem.InvalidTypeMapping);
    }

    private static bool ReadReverse(Definitions definitions, MapValue members, Value reverse, TermDefinition definition)
    {
        if (members.Has(Keywords.Id) || members.Has(Keywords.Nest))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidReverseProperty);
        }

        if (reverse.Text is not { } text)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
        }

        if (Keywords.HasForm(text) && !Keywords.Is(text))
        {
            return false;
        }

        var iri = definitions.Expand(text);
        definition.Iri = iri is not null && (Iris.IsAbsolute(iri) || Iris.IsBlank(iri))
            ? iri
            : throw new JsonLdRefusal(JsonLdProblem.InvalidIriMapping);
        if (members.TryGet(Keywords.Container, out var container))
        {
            definition.Containers = container switch
            {
                NullValue => Containers.None,
                TextValue { Content: Keywords.Set } => Containers.Set,
                TextValue { Content: Keywords.Index } => Containers.Index,
                _ => throw new JsonLdRefusal(JsonLdProblem.InvalidReverseProperty),
            };
        }

        if (members.TryGet(Keywords.Index, out var index))
        {
            DescribeTerm.ReadIndex(definitions, index, definition);
        }

        definition.IsReverse = true;
        return true;
    }

    private static void ReadContainer(Definitions definitions, MapValue members, TermDefinition definition)
    {
        if (!members.TryGet(Keywords.Container, out var value))
        {
            return;
        }

        var containers = Containers.None;
        foreach (var item in value.Items)
        {
            containers |= item.Text switch
            {
                Keywords.List => Containers.List,
                Keywords.Set => Containers.Set,
                Keywords.Index => Containers.Index,
                Keywords.Language => Containers.Language,
                Keywords.Graph => Containers.Graph,
                Keywords.Id => Containers.Id,
                Keywords.Type => Containers.Type,
                _ => throw new JsonLdRefusal(JsonLdProblem.InvalidContainerMapping),
            };
        }

        if (!Exists(containers) || (definitions.Run.IsOneZero && !ExistsInOneZero(containers, value)))
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidContainerMapping);
        }

        definition.Containers = containers;
        if (containers.HasFlag(Containers.Type))
        {
            definition.Type ??= Keywords.Id;
            if (definition.Type is not (Keywords.Id or Keywords.Vocab))
            {
                throw new JsonLdRefusal(JsonLdProblem.InvalidTypeMapping);
            }
        }
    }

    private static bool Exists(Containers containers) => containers switch
    {
        Containers.List => true,
        _ => (containers & ~Containers.Set) switch
        {
            Containers.None => containers == Containers.Set,
            Containers.Index or Containers.Graph or Containers.Id or Containers.Type or Containers.Language => true,
            Containers.Graph | Containers.Id or Containers.Graph | Containers.Index => true,
            _ => false,
        },
    };

    private static bool ExistsInOneZero(Containers containers, Value value) =>
        value is TextValue && containers is Containers.List or Containers.Set or Containers.Index or Containers.Language;

    private static TermDefinition Protect(Definitions definitions, TermDefinition definition, TermDefinition? previous)
    {
        if (previous is not { IsProtected: true } || definitions.Manner.OverridesProtected)
        {
            return definition;
        }

        return definition.Says(previous) ? previous : throw new JsonLdRefusal(JsonLdProblem.ProtectedTermRedefinition);
    }

    internal static void RefuseInOneZero(Definitions definitions)
    {
        if (definitions.Run.IsOneZero)
        {
            throw new JsonLdRefusal(JsonLdProblem.InvalidTermDefinition);
        }
    }
}
