namespace PostMoney.ActivityStreams.JsonLd.WellKnown;

/// <content>The table of our own words.</content>
internal static partial class ContextTables
{
    /// <summary>The context of signed records; what its words mean is in <c>docs/protocol-terms.md</c>.</summary>
    internal const string PostMoneyAddress = "https://w3id.org/postmoney/ns/v1";

    /// <summary>https://w3id.org/postmoney/ns/v1</summary>
    /// <remarks>
    /// Words that ActivityStreams uses otherwise (<c>Offer</c>, <c>units</c>, <c>result</c>, <c>to</c> of a window, <c>name</c>
    /// of a part) are ours only within the type or the member that they belong to. What a category's schema describes is
    /// JSON and nothing else.
    /// </remarks>
    private const string PostMoney = """
        pm = https://w3id.org/postmoney/ns#
        xsd = http://www.w3.org/2001/XMLSchema#
        pm: | version category title visibility discoverable
        pm: @id | authority
        pm: @json | details requirements constraints conditions
        window = pm:window {
          from = https://w3id.org/postmoney/ns#from http://www.w3.org/2001/XMLSchema#dateTime
          to = https://w3id.org/postmoney/ns#to http://www.w3.org/2001/XMLSchema#dateTime
        }
        payload = pm:payload {
          keyId = https://w3id.org/postmoney/ns#keyId
          parts = https://w3id.org/postmoney/ns#parts - @list {
            name = https://w3id.org/postmoney/ns#partName
            digest = https://w3id.org/postmoney/ns#digest
          }
        }
        Need = pm:Need {
          priority = https://w3id.org/postmoney/ns#priority
          offer = https://w3id.org/postmoney/ns#offer @id
          group = https://w3id.org/postmoney/ns#group @id
        }
        Offer = pm:Offer {
          units = https://w3id.org/postmoney/ns#units
          group = https://w3id.org/postmoney/ns#group @id
        }
        Assignment = pm:Assignment {
          need = https://w3id.org/postmoney/ns#need @id
          offer = https://w3id.org/postmoney/ns#offer @id
          assignee = https://w3id.org/postmoney/ns#assignee @id
          resourceRef = https://w3id.org/postmoney/ns#resourceRef {
            itemId = https://w3id.org/postmoney/ns#item @id
            unit = https://w3id.org/postmoney/ns#unit
            version = https://w3id.org/postmoney/ns#version
          }
          status = https://w3id.org/postmoney/ns#status
          issued = https://w3id.org/postmoney/ns#issued http://www.w3.org/2001/XMLSchema#dateTime
          round = https://w3id.org/postmoney/ns#round @id
        }
        KeyGrant = pm:KeyGrant {
          item = https://w3id.org/postmoney/ns#item @id
          keyId = https://w3id.org/postmoney/ns#keyId
          holder = https://w3id.org/postmoney/ns#holder @id
          notBefore = https://w3id.org/postmoney/ns#notBefore http://www.w3.org/2001/XMLSchema#dateTime
          expires = https://w3id.org/postmoney/ns#expires http://www.w3.org/2001/XMLSchema#dateTime
          keyCommitment = https://w3id.org/postmoney/ns#keyCommitment
        }
        Outcome = pm:Outcome {
          assignmentId = https://w3id.org/postmoney/ns#assignment @id
          result = https://w3id.org/postmoney/ns#result
          notes = https://w3id.org/postmoney/ns#notes
          condition = https://w3id.org/postmoney/ns#condition
          maintenance = https://w3id.org/postmoney/ns#maintenance @json
        }
        Round = pm:Round {
          transcriptHash = https://w3id.org/postmoney/ns#transcriptHash
          drawn = https://w3id.org/postmoney/ns#drawn http://www.w3.org/2001/XMLSchema#dateTime
        }
        """;
}
