from __future__ import annotations

from inspector.tickets.minting.raw_data import ROOM_TOPIC, raw_data_of


def test_a_profile_is_given_without_ids_and_watermark() -> None:
    payload = {"openId": "o", "nickName": "Band", "gender": 1, "unionId": "u", "watermark": {}}
    assert raw_data_of("user_info", payload) == '{"nickName":"Band","gender":1}'


def test_other_results_carry_the_groups_name() -> None:
    for kind, payload in (("group_share", {"openGId": "G"}), ("activity_id", "1_x")):
        assert raw_data_of(kind, payload) == f'{{"roomTopic":"{ROOM_TOPIC}"}}'
