from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from calls import elevenlabs
from calls.agent import configuration
from calls.agent.syncing import Sync
from calls.elevenlabs import workspace

SETTINGS = {
    configuration.PHONE: "ELEVENLABS_AGENT_ID",
    configuration.BROWSER: "ELEVENLABS_BROWSER_AGENT_ID",
}


class Command(BaseCommand):
    help = "Make the voice agents at ElevenLabs, or bring them to what the code says; prints what changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.ELEVENLABS_API_KEY:
            raise CommandError("ELEVENLABS_API_KEY is not set.")
        if not settings.HTTPS:
            raise CommandError("The agents reach this server by https only: set PUBLIC_BASE_URL to its https address.")
        sync = Sync(
            workspace,
            base_url=settings.PUBLIC_BASE_URL,
            tool_key=next(iter(settings.ELEVENLABS_TOOL_KEYS), ""),
            is_dry=options["dry_run"],
        )
        try:
            sync.run({channel: getattr(settings, name) for channel, name in SETTINGS.items()})
        except elevenlabs.VoiceUnavailable as fault:
            self._tell(sync, options["dry_run"])
            raise CommandError(f"ElevenLabs did not do it: {fault}. What is above stands; run this again.") from fault
        self._tell(sync, options["dry_run"])

    def _tell(self, sync: Sync, is_dry: bool) -> None:
        for line in sync.said:
            self.stdout.write(line)
        if not sync.said:
            self.stdout.write("Nothing to change: the agents are as the code says.")
        elif is_dry:
            self.stdout.write("Nothing was changed: this was a dry run.")
        if not sync.tool_key:
            self.stdout.write("No tools: ELEVENLABS_TOOL_KEYS is empty, so the agents can only listen.")
        wanted = {SETTINGS[channel]: agent_id for channel, agent_id in sync.ids.items()}
        if sync.secret:
            wanted["ELEVENLABS_WEBHOOK_SECRETS"] = sync.secret
        if not is_dry:
            for name, value in wanted.items():
                if getattr(settings, name) != value:
                    self.stdout.write(f"Set {name}={value}")
