# The browser's client for the voice agent, only where there is one.
FROM node:22-slim AS voice
ARG ELEVENLABS_BROWSER_AGENT_ID=""
COPY config/voice.sh /
RUN mkdir /voice && if [ -n "$ELEVENLABS_BROWSER_AGENT_ID" ]; then /voice.sh /voice; fi

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
COPY --from=voice /voice static/voice
# A made-up key and address: collecting files reads the settings but needs none of them.
RUN SECRET_KEY=build DATABASE_URL=postgres://build@localhost/build python manage.py collectstatic --no-input \
    && chown -R 10001 /app/var
USER 10001
EXPOSE 8000
