namespace PostMoney.Web.Tests.BadInput;

/// <summary>A form as somebody would fill it in rightly, and what is wrong with it when one field holds something else.</summary>
/// <param name="Door">The form's address, as in <see cref="Door.Name"/> but with names such as <c>{wish}</c> for ids that exist.</param>
/// <param name="Right">Fields and values, <c>name=value</c>.</param>
/// <param name="Wrong">One line each: <c>field=value → status at field</c>; without a field, the whole form is refused.</param>
public sealed record WrongForm(string Door, string[] Right, string[] Wrong)
{
    private static readonly string[] _need =
        ["Category=need.tool@v1", "Title=A drill", "Summary=", "From={in 3 days}", "To={in 4 days}", "Priority=Normal", "Visibility=Node", "constraints.kind=drill"];

    private static readonly string[] _wrongItem =
    [
        "Title= → 422 at Title", "Title={121 letters} → 422 at Title", "Title=a\u0007b → 422 at Title", "Summary={1001 letters} → 422 at Summary",
        "From= → 422 at From", "From=yesterday → 422 at From", "To= → 422 at To", "To=2027-13-45T99:99 → 422 at To",
        "To={in 2 days} → 422 at To", "To=2020-01-01T10:00 → 422 at To", "To=9999-12-31T23:59 → 422 at To", "From=0001-01-01T00:00 → 422 at From",
        "Visibility=Group → 422 at Group", "Visibility=Direct → 422 at Readers", "Visibility=Everybody → 400", "Visibility=7 → 400", "Group=nowhere → 422 at Group",
        "Title=twice&Title=said → 400",
    ];

    private static readonly string[] _wrongNeed =
    [
        .. _wrongItem, "Priority=Highest → 400", "AskedOfferId=the-ladder → 400", "AskedOfferId=00000000-0000-7000-8000-000000000001 → 422 at AskedOfferId",
        "AskedOfferId={saw} → 422 at AskedOfferId", "constraints.kind=spaceship → 422 at constraints.kind",
        "constraints.kind=drill&constraints.kind=saw → 422 at constraints.kind", "constraints.weight=heavy → 422 at constraints.weight",
        "constraints.weight=1e400 → 422 at constraints.weight", "constraints.loanDays=1.5 → 422 at constraints.loanDays",
        "constraints.power=steam → 422 at constraints.power", "payload.contactNote={501 letters} → 422 at payload.contactNote",
    ];

    // A browser keeps what is sealed to itself, and whether an offer can be asked for is said when the record is signed.
    private static readonly string[] _wrongDraft = [.. _wrongNeed.Where(line =>
        !line.StartsWith("payload.", StringComparison.Ordinal) && !line.StartsWith("AskedOfferId=0", StringComparison.Ordinal)
        && !line.StartsWith("AskedOfferId={", StringComparison.Ordinal))];

    private static readonly string[] _wrongCategory =
        ["Category=need.tool@v99 → 422 at Category", "Category=offer.tool@v1 → 422 at Category", "Category=nothing → 422 at Category", "Category={5000 letters} → 422 at Category"];

    private static readonly string[] _offer =
        ["Category=offer.tool@v1", "Title=A drill", "From={in 3 days}", "To={in 4 days}", "Units=1", "Visibility=Node", "details.kind=drill", "details.condition=good"];

    private static readonly string[] _wrongOffer =
    [
        .. _wrongItem, "Units=0 → 422 at Units", "Units=some → 422 at Units", "Units=99999999999 → 422 at Units", "details.kind= → 422 at details.kind",
        "details.condition=perfect → 422 at details.condition", "payload.lockCode={61 letters} → 422 at payload.lockCode",
    ];

    private static readonly string[] _join = ["Handle=zoe", "DisplayName=Zoe", "Passphrase=correct horse battery staple"];

    private static readonly string[] _wrongJoin =
        ["Handle= → 422 at Handle", "Handle=Zoe Z → 422 at Handle", "Handle={5000 letters} → 422 at Handle", "DisplayName= → 422 at DisplayName", "DisplayName={5000 letters} → 422 at DisplayName"];

    private static readonly string[] _proof = ["Did={chen}", "Nonce=AAAA", "Signature=AAAA"];

    private static readonly string[] _wrongProof =
        ["Nonce= → 422", "Nonce={5000 letters} → 422", "Signature=%%% → 422", "Did=did:web:evil.example → 422", "Did= → 422"];

    private static readonly string[] _wrongText =
    [
        "Text= → 422 at Text", "Text={5001 letters} → 422 at Text", "Warning={201 letters} → 422 at Warning", "Text=one&Text=two → 400",
        "Alt1=The shed. → 422 at Photo1", "Alt4={1501 letters} → 422 at Alt4", "Alt1=one&Alt1=two → 400", "Remove1=perhaps → 400",
    ];

    /// <summary>The first form of a node that nobody has founded yet, and which afterwards takes nothing.</summary>
    public static WrongForm OfSetup { get; } = new(
        "/setup",
        ["Name=Northside", "Summary=", "Joining=open", "TimeZone=UTC", "Theme=commons", "DisplayName=Dora", "Handle=dora", "Passphrase=correct horse battery staple"],
        [
            "Code= → 422 at Code", "Code=guessed → 422 at Code", "Code={5000 letters} → 422 at Code", "Name= → 422 at Name", "Summary={501 letters} → 422 at Summary",
            "Joining=never → 422 at Joining", "TimeZone=Mars → 422 at TimeZone", "Theme=nowhere → 422 at Theme", "DisplayName= → 422 at DisplayName",
            "Handle=Dora D → 422 at Handle", "Passphrase=short → 422 at Passphrase", "Name=one&Name=two → 400",
        ]);

    /// <summary>Every form of the node.</summary>
    public static IReadOnlyList<WrongForm> All { get; } =
    [
        new("/needs/new", _need, [.. _wrongNeed, .. _wrongCategory]),
        new("/needs/new?handler=Draft", _need, [.. _wrongDraft, .. _wrongCategory]),
        new("/offers/new", _offer, [.. _wrongOffer, "Category=need.tool@v1 → 422 at Category"]),
        new("/offers/new?handler=Draft", _offer, _wrongOffer[..^1]),
        new("/items/{wish}/edit", _need, _wrongNeed),
        new("/items/{wish}/edit?handler=Draft", _need, _wrongDraft),
        new("/items/{wish}/windows", ["From1={in 3 days}", "To1={in 4 days}", "From2=", "To2="],
        [
            "To1= → 422 at To1", "From1=yesterday → 422 at To1", "To1={in 2 days} → 422 at To1", "To1=2020-01-01T10:00 → 422 at To1", "To1=9999-12-31T23:59 → 422 at To1",
            "From2=0001-01-01T00:00 → 422 at To2",
        ]),
        new("/join", _join, [.. _wrongJoin, "Handle=dora → 409 at Handle", "Passphrase=short → 422 at Passphrase", "Passphrase={5000 letters} → 422 at Passphrase"]),
        new("/join?handler=Passport", [.. _join, .. _proof], [.. _wrongJoin, .. _wrongProof]),
        new("/sign-in", ["Handle=dora", "Passphrase=wrong horse battery staple"], ["Handle= → 422", "Handle={5000 letters} → 422", "Passphrase= → 422", "Passphrase={5000 letters} → 422"]),
        new("/sign-in?handler=Passport", _proof, _wrongProof),
        new("/verify", ["Text={}"], ["Text= → 422 at Upload"]),
        new("/groups", ["Name=bakers", "Title=Bakers", "Summary=", "Joining=Open"],
        [
            "Name= → 422 at Name", "Name=The Bakers → 422 at Name", "Name={5000 letters} → 422 at Name", "Name=choir → 409 at Name", "Title= → 422 at Title",
            "Title={81 letters} → 422 at Title", "Title=a\u0007b → 422 at Title", "Summary={501 letters} → 422 at Summary", "Joining=Never → 400", "Joining=9 → 400",
        ]),
        new("/groups/choir?handler=Add", ["Handle=amina", "Role=member"],
            ["Handle=nobody → 422 at Handle", "Handle= → 422 at Handle", "Handle={5000 letters} → 422 at Handle", "Role=king → 422 at Role", "Role= → 422 at Role"]),
        new("/groups/choir/fediverse?handler=Reach", ["Reach=Open"], ["Reach=Everywhere → 400", "Reach=9 → 400"]),
        new("/groups/choir/fediverse?handler=Welcome", [], ["follower=none → 400", "follower={wish} → 404"]),
        new("/groups/choir/fediverse?handler=TurnAway", [], ["follower=none → 400", "follower={wish} → 404"]),
        new("/groups/choir/fediverse?handler=Remove", [], ["post=none → 400", "post={wish} → 404"]),
        new("/me/profile", ["DisplayName=Dora", "Biography=I mend things.", "Name1=Workshop", "Value1=Mondays", "Name4=", "Value4="],
        [
            "DisplayName= → 422 at DisplayName", "DisplayName={5000 letters} → 422 at DisplayName", "DisplayName=a\u0007b → 422 at DisplayName",
            "Biography={501 letters} → 422 at Biography", "Biography=a\u0007b → 422 at Biography", "Name1= → 422 at Name1", "Value1= → 422 at Value1",
            "Name1={61 letters} → 422 at Name1", "Value1={5000 letters} → 422 at Value1", "Value4=alone → 422 at Name4", "Name4=alone → 422 at Value4",
            "Value1=a\u0007b → 422 at Value1", "Name1=once&Name1=twice → 400",
        ]),
        new("/me/settings", ["Theme=default", "Scheme=default"],
            ["Theme=nowhere → 422 at Theme", "Scheme=purple → 422 at Scheme"]),
        new("/assignments/{permit}?handler=Revoke", ["Reason=It broke."], ["Reason= → 422 at Reason", "Reason={5000 letters} → 422 at Reason"]),
        new("/assignments/{permit}?handler=Accept", ["Agreed=true"], ["Agreed=maybe → 400", "Agreed=true → 409"]),
        new("/assignments/{permit}?handler=Decline", [], ["Agreed=maybe → 400"]),
        new("/assignments/{permit}/release", ["Minutes=1", "Seen=00000000-0000-0000-0000-000000000000", "Passphrase=wrong horse battery staple"],
            ["Passphrase= → 422 at Passphrase", "Passphrase={5000 letters} → 422 at Passphrase", "Minutes=long → 422 at Passphrase", "Seen=never → 400", "Seen={wish} → 409"]),
        new("/assignments/{permit}/outcome", ["Result=Completed", "Notes=", "Condition=as before"],
            ["Result=Wonderful → 400", "Notes={5000 letters} → 422 at Notes", "Condition={5000 letters} → 422 at Condition", "MaintenanceNeeded=perhaps → 400"]),
        new("/assignments/{permit}/outcome?handler=Draft", ["Result=Completed", "Notes=", "Condition=as before"], ["Result=Wonderful → 400", "Notes={5000 letters} → 422 at Notes"]),
        new("/desk/pools/{pool}", ["PolicyName=tools", "RoundHours=24"],
            ["PolicyName=nothing → 422 at PolicyName", "RoundHours=soon → 422 at RoundHours", "RoundHours=-1 → 422 at RoundHours", "RoundHours=99999999999 → 422 at RoundHours"]),
        new("/desk/pools/new", ["Name=Saws", "Topic=tool", "OfferId={saw}", "PolicyName=tools", "RoundHours=24"],
        [
            "Name= → 422 at Name", "Name={5000 letters} → 422 at Name", "Topic=nothing → 422 at Topic", "OfferId=the-saw → 422 at OfferId", "PolicyName= → 422 at PolicyName",
            "RoundHours= → 422 at RoundHours", "GroupId=the-choir → 422 at GroupId",
        ]),
        new("/desk/match/{asked}", ["OfferId={saw}", "Reason=They fit."], ["OfferId= → 422 at OfferId", "OfferId=the-saw → 400", "Reason= → 422 at Reason", "Reason={5000 letters} → 422 at Reason"]),
        new("/desk/needs/{asked}/class", ["Value=1", "Why=A doctor's letter."],
            ["Value= → 422 at Value", "Value=4 → 422 at Value", "Value=-1 → 422 at Value", "Value=very → 422 at Value", "Why= → 422 at Why", "Why={5000 letters} → 422 at Why"]),
        new("/desk/members/amina/fairness", ["Value=share-2", "Why=Five people live there."],
            ["Value= → 422 at Value", "Value=share-9 → 422 at Value", "Value=cohort-2 → 422 at Value", "Value=needclass-0 → 422 at Value", "Why= → 422 at Why", "Why={5000 letters} → 422 at Why"]),
        new("/desk/maintenance/new", ["Offer={saw}", "Unit=1", "Problem=It is blunt."],
            ["Offer=the-saw → 422 at Offer", "Unit=two → 422 at Unit", "Unit=3 → 422 at Unit", "Problem= → 422 at Problem", "Problem={501 letters} → 422 at Problem"]),
        new("/desk/maintenance", ["Ticket={saw}", "To=Repair", "Note="], ["Ticket=the-saw → 400", "Ticket={wish} → 404", "To=Lost → 400"]),
        new("/desk/import", ["Group=choir", "Category=offer.tool@v1"], ["Group=nowhere → 403", "Category=nothing → 422 at Category", "Category=need.tool@v1 → 422 at Category"]),
        new("/desk/import?handler=Import", ["Group=choir", "Category=offer.tool@v1", "Carried=bmFtZQ", "Seen=AAAA"], ["Carried=%%% → 422", "Carried= → 422", "Seen={5000 letters} → 422", "Again=perhaps → 400"]),
        new("/desk/categories/new", ["Name=need.tool@v2", "Schema={}"], ["Name=tool → 422 at Name", "Name= → 422 at Name", "Schema= → 422 at Schema", "Schema=[1 → 422 at Schema"]),
        new("/desk/policies/new", ["Kind=weighted-lottery", "Name=fair"], ["Kind=nothing → 400", "Name= → 422 at Name", "Name={5000 letters} → 422 at Name"]),
        new("/desk/settings", ["Name=Northside", "Summary=", "Joining=open", "TimeZone=UTC", "Theme=commons"],
        [
            "Name= → 422 at Name", "Name={5000 letters} → 422 at Name", "Summary={5000 letters} → 422 at Summary", "Joining=never → 422 at Joining",
            "TimeZone=Mars/Base → 422 at TimeZone", "TimeZone=../../etc/passwd → 422 at TimeZone", "Theme=nowhere → 422 at Theme",
        ]),
        new("/desk/invitations", ["Note=", "Uses=1", "Days=7"],
            ["Note={201 letters} → 422 at Note", "Uses=many → 422 at Uses", "Uses=0 → 422 at Uses", "Days=1e9 → 422 at Days", "Days=2147483647 → 422 at Days"]),
        new("/desk/invitations?handler=Withdraw", [], ["invitation=none → 400", "invitation={wish} → 404"]),
        new("/desk/jobs?handler=Retry", [], ["job=none → 400", "job={wish} → 404"]),
        new("/desk/members?handler=Admit", [], ["memberId=none → 400", "memberId={wish} → 404"]),
        new("/desk/members?handler=Refuse", [], ["memberId=none → 400", "memberId={wish} → 404"]),
        new("/desk/members/amina?handler=Decide", [], ["state=King → 400", "state=Pending → 409"]),
        new("/desk/members/amina?handler=Appoint", [], ["duty=king → 404", "duty= → 404"]),
        new("/desk/members/amina?handler=Dismiss", [], ["duty=king → 404", "duty= → 404"]),
        new("/posts/new", ["Text=Hello", "For=public", "Warning=", "Language=en"],
            [.. _wrongText, "For=nobody → 422 at For", "For= → 422 at For", "For={wish} → 422 at For", "Language=everything said → 422 at Language"]),
        new("/posts/{said}?handler=Answer", ["Text=I have another.", "Warning="], _wrongText),
        new("/posts/{said}/edit", ["Text=The saw is sharp.", "Warning="], _wrongText),
        new("/me/following?handler=Follow", ["Address=@amina"],
            ["Address= → 422 at Address", "Address=nobody at all → 422 at Address", "Address=@dora → 422 at Address", "Address={5000 letters} → 422 at Address"]),
        new("/me/following?handler=Unfollow", [], ["actor=none → 400"]),
        new("/reports/new", ["Person=amina", "Category=spam", "Comment="],
        [
            "Category=boredom → 422 at Category", "Category= → 422 at Category", "Category=other → 422 at Comment", "Comment={1001 letters} → 422 at Comment",
            "Person=nobody → 404", "Person=dora → 422", "Post={wish}&Person= → 404", "Actor={wish}&Person= → 404", "Item=none → 400",
        ]),
        new("/decisions", [], ["Id={wish}&Text=Why → 404", "Id=none → 400"]),
        new("/me/avoided?handler=Person", [], ["actor=none → 400", "actor={wish} → 404"]),
        new("/desk/members/amina?handler=Sanction", ["Kind=warning", "Days=30", "Reason=Rule 2: be kind."],
        [
            "Kind=exile → 422 at Kind", "Kind= → 422 at Kind", "Days=2 → 422 at Days", "Days=soon → 422 at Days", "Days= → 422 at Days", "Reason= → 422 at Reason",
            "Reason={1001 letters} → 422 at Reason",
        ]),
        new("/desk/reports/{told}?handler=Note", ["Note=I know them."], ["Note= → 422 at Note", "Note={1001 letters} → 422 at Note"]),
        new("/desk/reports/{told}?handler=Decide", ["Outcome=warned", "Days=30", "Reason=Be kind.", "Answer="],
        [
            "Outcome=exiled → 422 at Outcome", "Outcome= → 422 at Outcome", "Outcome=removed → 422 at Outcome", "Days=2 → 422 at Days", "Reason= → 422 at Reason",
            "Reason={1001 letters} → 422 at Reason", "Answer={501 letters} → 422 at Answer", "RemovePosts=perhaps → 400",
        ]),
        new("/desk/decisions?handler=Lift", [], ["Id=none → 400", "Id={wish} → 404"]),
        new("/desk/decisions?handler=Answer", ["Answer=So be it."], ["Id=none → 400", "Id={wish} → 404", "Granted=perhaps → 400"]),
        new("/desk/federation?handler=Reasons", ["Reasons=shown"], ["Reasons=whispered → 400", "Reasons= → 400"]),
        new("/desk/federation/list", ["List=spam.example"], ["List= → 422 at List", "List=\"spam → 422 at List"]),
        new("/desk/federation/list?handler=Import", ["List=spam.example"], ["List= → 422 at List", "List=\"spam → 422 at List"]),
        new("/me/moving?handler=From", ["From=@amina"], ["From= → 409 at From", "From={5000 letters} → 409 at From", "From=@dora → 409 at From"]),
        new("/me/moving?handler=Forget", ["alias=https://p.test/u/chen"], ["alias= → 409", "alias={5000 letters} → 409"]),
        new("/me/moving/away", ["To=@amina"], ["To= → 409 at To", "To={5000 letters} → 409 at To", "To=@dora → 409 at To"]),
        new("/me/moving/away?handler=Move", ["Target=https://p.test/u/chen", "Passphrase=wrong horse battery staple"],
            ["Passphrase= → 422 at To", "Passphrase={5000 letters} → 422 at To", "Target= → 422 at To", "Passphrase=correct horse battery staple → 409 at To"]),
        new("/me/moving/away?handler=Draft", ["Target=https://p.test/u/chen"], ["Target= → 422 at To", "Target={5000 letters} → 422 at To"]),
        new("/desk/rounds/{round}/compare", ["Chosen=tools", "Chosen=rides"], ["Chosen=tools → 422 at Chosen", "Chosen=tools&Chosen=nothing → 422 at Chosen"]),
        // The steward has a need in it, so whatever she says is refused.
        new("/desk/rounds/{drawn}/void?handler=Propose", ["Reason=The offer was listed twice."], ["Reason= → 403", "Reason={501 letters} → 403", "Reason=one&Reason=two → 400"]),
        new("/desk/federation?handler=Mode", ["Mode=open"], ["Mode=closed → 400", "Mode= → 400"]),
        new("/desk/federation?handler=Unfollow", [], ["actor=none → 400"]),
        new("/desk/federation?handler=Decide", ["Host=evil.example", "Severity=suspend", "Days=0", "Reason=Spam."],
            ["Days=2 → 422 at Days", "Host= → 422 at Host", "Host=no name → 422 at Host", "Severity=kill → 422 at Severity", "Reason= → 422 at Reason", "Reason={501 letters} → 422 at Reason"]),
        new("/desk/federation?handler=Follow", ["Node=commons.example"], ["Node= → 422 at Node", "Node=no name → 422 at Node"]),
    ];

    /// <summary>Forms in which nothing is filled in: there is a button, or a signed record (see <see cref="WrongRecords"/>).</summary>
    public static IReadOnlyList<string> NothingToFillIn { get; } =
    [
        "/sign-out", "/posts/{said}?handler=Pin", "/posts/{said}?handler=Unpin", "/me/notifications", "/me/settings?handler=EndOthers", "/groups/choir?handler=Join", "/groups/choir?handler=Leave",
        "/assignments/{permit}?handler=GiveBack", "/assignments/{permit}?handler=Prolong", "/assignments/{permit}/release?handler=Grant",
        "/desk/pools/{pool}?handler=Close", "/desk/rounds/{round}?handler=Close", "/desk/rounds/{drawn}/void?handler=Confirm", "/desk/rounds/{drawn}/void?handler=Drop", "/desk/categories/need.tool@v1?handler=Retire",
        "/items/{wish}/withdraw", "/items/{wish}/withdraw?handler=Draft", "/items/{wish}/withdraw?handler=Signed", "/items/{wish}/edit?handler=Signed",
        "/needs/new?handler=Signed", "/offers/new?handler=Signed", "/assignments/{permit}/outcome?handler=Signed",
        "/posts/{said}?handler=Like", "/posts/{said}?handler=Unlike", "/posts/{said}?handler=Boost", "/posts/{said}?handler=Unboost",
        "/posts/{said}?handler=Keep", "/posts/{said}?handler=Unkeep", "/posts/{said}?handler=Delete", "/{@amina}?handler=Follow",
        "/{@amina}?handler=Unfollow", "/{@amina}?handler=Mute", "/{@amina}?handler=Block", "/{@amina}?handler=Unblock", "/{@amina}?handler=BlockHost",
        "/me/avoided?handler=Host", "/desk/reports/{told}?handler=Take", "/desk/reports/{told}?handler=PutBack", "/desk/federation?handler=Lift", "/desk/federation?handler=Retry", "/desk/federation?handler=Again", "/me/moving?handler=Identity", "/me/moving?handler=Statement", "/me/moving?handler=Private",
        "/me/moving/away?handler=Signed", "/me/moving?handler=Back",
    ];
}
