using PostMoney.ActivityStreams.Tests.Cryptography;
using PostMoney.ActivityStreams.Tests.Discovery;
using PostMoney.ActivityStreams.Tests.Http.Fetching;
using PostMoney.ActivityStreams.Tests.Http.Signatures;
using PostMoney.ActivityStreams.Tests.Json;
using PostMoney.ActivityStreams.Tests.JsonLd;
using PostMoney.ActivityStreams.Tests.Origins;
using PostMoney.ActivityStreams.Tests.Proofs;

namespace PostMoney.ActivityStreams.Tests.Security;

/// <summary>The cases of the threat catalogue, groups S, O and P, that this library decides, each with the tests that show it.</summary>
/// <remarks>Where a case has a part that a server decides, that part is in <see cref="DecidedElsewhere"/> too.</remarks>
internal static class DecidedHere
{
    public static IReadOnlyList<(string Case, Type Tests, string Test)> Cases { get; } =
    [
        ("S-01", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Lets_nobody_else_change_or_send_even_from_the_same_host)),
        ("S-02", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Lets_nobody_else_change_or_send_even_from_the_same_host)),
        ("S-03", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Refuses_a_key_that_its_owner_does_not_name)),
        ("S-05", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_a_post_without_a_digest)),
        ("S-05", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_a_digest_that_is_covered_in_part)),
        ("S-06", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_another_body_with_its_own_digest)),
        ("S-08", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_another_path_query_or_method)),
        ("S-08", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_a_query_that_is_not_covered)),
        ("S-09", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_another_host)),
        ("S-09", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_what_names_no_host_method_target_or_date)),
        ("S-10", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_what_is_older_or_newer_than_five_minutes)),
        ("S-10", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_a_date_that_is_none)),
        ("S-10", typeof(ReceivingASignedRequest), nameof(ReceivingASignedRequest.Refuses_what_has_expired_or_hardly_ever_does)),
        ("S-11", typeof(AnsweringAttacks), nameof(AnsweringAttacks.The_same_request_has_the_same_mark_each_time)),
        ("S-13", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_an_algorithm_that_is_not_the_key_s)),
        ("S-13", typeof(TakingAnRsaKeyFromOutside), nameof(TakingAnRsaKeyFromOutside.Takes_2048_to_4096_bits)),
        ("S-16", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Lets_only_those_speak_whose_signature_is_right)),
        ("S-16", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_more_than_four_signatures)),
        ("S-17", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_a_covered_header_that_comes_twice)),
        ("S-18", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_an_empty_repeated_or_absent_list_of_headers)),
        ("S-18", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_components_that_the_request_does_not_have)),
        ("S-19", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_a_key_id_that_must_not_be_looked_up)),
        ("S-20", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Refuses_a_key_id_that_must_not_be_looked_up)),
        ("S-20", typeof(ConnectingToAnAddress), nameof(ConnectingToAnAddress.Sends_nothing_to_any_address_of_the_published_lists)),
        ("S-27", typeof(SigningWithEd25519), nameof(SigningWithEd25519.A_signature_is_refused_when_its_S_is_not_below_the_group_order)),
        ("S-27", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_proof_is_refused_with_the_group_order_added_to_its_signature)),
        ("S-28", typeof(CheckingAProof), nameof(CheckingAProof.A_proof_is_refused_for_what_it_says_although_its_signature_is_right)),
        ("S-28", typeof(CheckingAProof), nameof(CheckingAProof.A_signature_is_refused_in_every_form_but_its_one)),
        ("S-28", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_right_proof_is_refused_once_one_of_its_options_is_changed)),
        ("S-30", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_proof_names_who_signed_and_never_who_is_said_to_have_written)),
        ("S-31", typeof(AnsweringAttacks), nameof(AnsweringAttacks.Any_number_of_proofs_but_one_is_refused)),
        ("S-32", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_proof_is_refused_whose_time_is_none)),
        ("S-34", typeof(FindingAnActorByName), nameof(FindingAnActorByName.Binds_a_name_only_where_its_own_host_names_the_actor)),
        ("S-37", typeof(AnsweringAttacks), nameof(AnsweringAttacks.The_older_scheme_covers_no_less_than_the_newer)),
        ("O-01", typeof(FetchingADocument), nameof(FetchingADocument.Knows_a_document_from_an_upload)),
        ("O-03", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Believes_only_what_the_id_s_own_address_sent)),
        ("O-04", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Believes_only_what_the_id_s_own_address_sent)),
        ("O-04", typeof(FetchingADocument), nameof(FetchingADocument.Follows_no_redirect_to_another_origin)),
        ("O-06", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Believes_what_is_embedded_only_from_the_same_owner)),
        ("O-07", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Refuses_a_document_that_is_not_where_its_one_owner_is)),
        ("O-08", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Lets_nobody_else_change_or_send_even_from_the_same_host)),
        ("O-09", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Lets_nobody_else_change_or_send_even_from_the_same_host)),
        ("O-11", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Lets_nobody_else_change_or_send_even_from_the_same_host)),
        ("O-14", typeof(AnsweringAttacks), nameof(AnsweringAttacks.What_is_wrapped_in_keywords_is_no_longer_what_was_signed)),
        ("O-17", typeof(ReadingAnAudience), nameof(ReadingAnAudience.Refuses_what_is_no_recipient)),
        ("O-18", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Refuses_a_document_that_is_not_where_its_one_owner_is)),
        ("O-21", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Believes_what_is_embedded_only_from_the_same_owner)),
        ("O-23", typeof(CheckingAProof), nameof(CheckingAProof.A_document_is_verified_in_any_order_and_with_any_white_space)),
        ("O-23", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_signed_document_is_verified_after_it_was_stored_in_its_canonical_form)),
        ("O-24", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Reads_the_owner_by_what_the_document_is)),
        ("O-25", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Lets_nobody_else_change_or_send_even_from_the_same_host)),
        ("P-01", typeof(ReadingJsonFromOutside), nameof(ReadingJsonFromOutside.Stops_at_its_limits_and_not_before)),
        ("P-01", typeof(ReadingAHostileDocument), nameof(ReadingAHostileDocument.A_document_nested_deeper_than_is_allowed_is_refused)),
        ("P-02", typeof(ReadingJsonFromOutside), nameof(ReadingJsonFromOutside.Names_what_it_refuses)),
        ("P-02", typeof(CheckingAHostileDocument), nameof(CheckingAHostileDocument.A_member_that_is_there_twice_is_refused)),
        ("P-04", typeof(ReadingJsonFromOutside), nameof(ReadingJsonFromOutside.Refuses_bytes_that_are_not_UTF_8)),
        ("P-04", typeof(AnsweringAttacks), nameof(AnsweringAttacks.Text_in_another_encoding_is_refused)),
        ("P-05", typeof(AnsweringAttacks), nameof(AnsweringAttacks.Numbers_that_readers_see_differently_are_refused_or_kept)),
        ("P-07", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_mebibyte_that_is_dear_to_read_takes_little_memory)),
        ("P-08", typeof(FetchingADocument), nameof(FetchingADocument.Stops_at_its_limit_of_bytes_and_not_before)),
        ("P-09", typeof(FetchingADocument), nameof(FetchingADocument.Knows_a_document_from_an_upload)),
        ("P-11", typeof(AnsweringAttacks), nameof(AnsweringAttacks.Nothing_is_read_by_regular_expressions)),
        ("P-13", typeof(AskingWhoMaySpeak), nameof(AskingWhoMaySpeak.Takes_only_the_one_text_of_an_id)),
        ("P-13", typeof(AnsweringAttacks), nameof(AnsweringAttacks.An_address_that_parsers_read_differently_is_no_id)),
        ("P-14", typeof(ReceivingAForgedRequest), nameof(ReceivingAForgedRequest.Keeps_a_line_feed_out_of_what_is_signed)),
        ("P-15", typeof(AnsweringAttacks), nameof(AnsweringAttacks.A_proof_is_refused_whose_time_is_none)),
        ("P-17", typeof(DescribingAServer), nameof(DescribingAServer.Refuses_hostile_or_broken_XML)),
        ("P-18", typeof(FindingAnActorByName), nameof(FindingAnActorByName.Refuses_a_question_without_one_resource)),
    ];
}
