using PostMoney.Core.Foundation;
using PostMoney.Core.Members;

namespace PostMoney.Core.Federation.Profiles;

/// <summary>What a member fills in to say who they are.</summary>
/// <param name="DisplayName">At most 60 characters.</param>
/// <param name="Biography">At most 500 characters; may be empty.</param>
/// <param name="Fields">Up to four lines, a name and a value each; where both are empty there is none.</param>
public sealed record ProfileForm(string DisplayName, string Biography, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Most characters of a biography.</summary>
    public const int LongestBiography = 500;

    /// <summary>The lines that say something.</summary>
    internal IEnumerable<(string Name, string Value)> Lines =>
        Fields.Select(line => (Name: line.Name.Trim(), Value: line.Value.Trim())).Where(line => line.Name.Length + line.Value.Length > 0);

    internal List<Refusal> Problems()
    {
        var problems = new List<Refusal>();
        var name = DisplayName.Trim();
        if (name.Length is 0 or > JoinRequest.LongestName || name.Any(char.IsControl))
        {
            problems.Add(MemberRefusals.Name);
        }

        if (Biography.Length > LongestBiography || Biography.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r')))
        {
            problems.Add(MemberRefusals.Biography);
        }

        for (var at = 0; at < Fields.Count; at++)
        {
            var (field, value) = (Fields[at].Name.Trim(), Fields[at].Value.Trim());
            if (at >= ProfileField.Most || field.Length > ProfileField.LongestName || field.Any(char.IsControl) || (field.Length == 0 && value.Length > 0))
            {
                problems.Add(MemberRefusals.FieldName.At($"Name{at + 1}"));
            }

            if (value.Length > ProfileField.LongestValue || value.Any(char.IsControl) || (value.Length == 0 && field.Length > 0))
            {
                problems.Add(MemberRefusals.FieldValue.At($"Value{at + 1}"));
            }
        }

        return problems;
    }
}
